"""Mailbox and post as a Celery chain, with the calls of the services. The environment tells where everything is.

As a module of a worker it has the tasks; run by itself it starts a chain for each line of JSON that it reads.
"""
import http.client
import json
import os
import smtplib
import sys

from celery import Celery, chain

MAIL = """From: welcome@example.com
To: {address}
Message-ID: <welcome.{login}@example.com>
Subject: Welcome
Content-Type: text/plain; charset=UTF-8

Hello {firstName} {lastName},
your mailbox is {address}.
"""

app = Celery("onboarding", broker=os.environ["BROKER_URL"])
app.conf.update(
    broker_transport_options={"confirm_publish": True},
    task_acks_late=True,
    worker_prefetch_multiplier=1,
    task_ignore_result=True,
    task_routes={step: {"queue": step} for step in ("onboarding-mail", "onboarding-slack")},
)

# Of this process, by port; they are kept.
connections = {}


def call(port, method, path, body=None):
    if port not in connections:
        connections[port] = http.client.HTTPConnection("127.0.0.1", int(os.environ[port]))
    connections[port].request(method, path, body and json.dumps(body), {"Content-Type": "application/json"})
    answer = connections[port].getresponse()
    answer.read()
    return answer.status


@app.task(name="onboarding-mail")
def mail(person):
    address = person["login"] + "@example.com"
    user = "/users/" + address.replace("@", "%40")
    call("MAIL_PORT", "GET", user.replace("/users/", "/mappings/user/"))
    call("MAIL_PORT", "GET", user + "/mailboxes?force")
    call("MAIL_PORT", "GET", user.replace("/users/", "/address/aliases/"))
    call("MAIL_PORT", "PUT", user, {"password": "0123456789abcdef0123456789abcdef01234567890"})
    call("MAIL_PORT", "GET", user + "/mailboxes/INBOX/messageCount")
    with smtplib.SMTP("127.0.0.1", int(os.environ["SMTP_PORT"]), local_hostname="localhost") as smtp:
        smtp.sendmail("welcome@example.com", [address], MAIL.format(address=address, **person))
    call("MAIL_PORT", "GET", user + "/mailboxes/INBOX/messageCount")
    return person


@app.task(name="onboarding-slack")
def slack(person):
    text = ":wave: Welcome *{firstName} {lastName}*! Mail: {login}@example.com".format(**person)
    status = call("SLACK_PORT", "POST", os.environ["WEBHOOK"], {"text": text, "unfurl_links": False})
    assert status == 200, status


if __name__ == "__main__":
    for line in sys.stdin:
        chain(mail.s(json.loads(line)), slack.s()).apply_async()
