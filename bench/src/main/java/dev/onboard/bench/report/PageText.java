package dev.onboard.bench.report;

/** What the page says whatever was measured. */
final class PageText {

	static final String HEAD = """
			# Performance

			How fast Onboard is beside what could be used instead. Written by `./onboard bench --page`, not by hand.

			What is compared is measured on one machine in turn, each round beginning with who ended the one before, unless said
			otherwise. The ratio is ours by the other's: the median of all rounds, and in brackets the lowest and the highest of
			them. A block in which a single person is lost or doubled scores zero, and its figure does not hold. Mail server and
			Slack are servers that answer at once from memory. Services and forwarders have been under load for at least
			300 s before their first block with `--full`, and for 60 s in P1, P7 and P10 and in each without it; in P2 both
			for as long. The services are slower until then, for they are still being compiled: just started they take twice
			the CPU time for a person.

			- **P1** compares people who were answered with 202 with the messages that RabbitMQ confirms to PerfTest, its own
			  measure: as many clients, each waiting for every answer, 512 bytes, persistent and mandatory, to a quorum queue of
			  the same broker. PerfTest is started for each block, of whose rate the first half does not count. Mail- and web-service are
			  stopped, the relay of the task-service runs. The bare program is the first of the forwarders of P2 in the place of
			  the task-service: what a program comes to that does nothing but to write the same rows and to publish from them.
			- **P2** compares people who come through, from the POST until their page says READY, with bare forwarders: one
			  process for each service, amqp-client and plain JDBC alone, 16 consumers a queue with one message in hand each,
			  the same rows in copies of the same tables without their foreign keys, the same calls, queues of the same arguments.
			  128 people are on the way at a time, so that queues are neither empty nor growing. Nobody has a contact address or
			  a role, and there is no Redmine. The forwarders do not wait 25 ms before they look for the welcome mail in the
			  inbox, as the mail-service does, and keep no pace between posts in Slack.
			- **P3** counts the calls of fdatasync and fsync of the broker by strace, with 64 people on the way, and one after the
			  other, each added when the one before is READY; in the first case also for the forwarders of P2. No rate is taken
			  meanwhile. Publishes and acks are what the broker counts itself. Each round has the same order.
			- **P4** compares how long it takes until the post in Slack from the moment at which a person was due, with the same
			  forwarders, while people come at a fifth of the pace that the services reached in P2, for at least 30 s a block.
			- **P5** compares the CPU time of the task-service from the start of Java until the first 202, as its image starts it,
			  from extracted jars with an archive of classes and the serial collector, with the same jar started with
			  the flags that Java has by itself. The tables have been made before.
			- **P6** adds up the PSS of the three services, started anew with the heap that is shipped, once. A MB is a million
			  bytes. Of what Java maps for all who run it alike, a quarter falls to the measurement, which runs it, too. The
			  many more are the backlog of P9, for which the mail-service is started anew.
			- **P7** kills a process with kill -9 in the middle of P2, starts it again at once, and compares how long it takes from
			  the kill until the first person is through who had no mail by then, and until the first of 384 in a row who come
			  through at 80 % of the rate of just before, with how long the process takes to start until it is ready while nobody
			  is on the way. Whose mail was in hand at the kill waits for the lease; a mail may come twice to as many as that, and
			  nothing else to anybody.
			- **P8** compares the CPU time of the three services for a person, from the POST until READY, with that of the workers
			  alone of a Celery chain of the same two steps: Debian's python3-celery, prefork with 16 processes a step, `acks_late`,
			  prefetch multiplier 1, publisher confirms, the same calls. It keeps no rows, and its queues are classic ones.
			- **P9** compares the CPU time of P2 with the database's, and lists of people, while many are in the database with the
			  same while 1,000 are, before and after that. They were put there by SQL with the rows that people leave. One in 16
			  has the first name that is searched for, nobody else the last name. Once, it also compares how fast people come
			  through who were added while the mail-service was stopped, nobody else being added, with a block of P2 just after,
			  in which they are added, too.
			- **P10** compares P2 with two and four mail-services, of four consumers each, with P2 with one of them. The mail server
			  takes 500 ms for a mailbox, and a block lasts at least 30 s.

			The services run with their defaults, but for the pace between posts in Slack, which limits by design: it is 1 ms here
			instead of 1 s. The broker is the one of the machine, not of the containers, and takes its statistics every second
			instead of every five.

			""";

	static final String TAIL = """

			## How to repeat it

			    ./onboard bench                       # P1, P2, P4 and P8
			    ./onboard bench --full                # all figures
			    ./onboard bench --only P2 --rounds 5  # one, more often
			    ./onboard bench --full --page         # all, and this page
			""";

	private PageText() {
	}

}
