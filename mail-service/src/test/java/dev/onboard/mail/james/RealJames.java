package dev.onboard.mail.james;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import dev.onboard.delivery.http.TargetClient;
import dev.onboard.events.Person;
import dev.onboard.mail.InitialPasswords;
import dev.onboard.mail.MailSettings;
import dev.onboard.testing.Sandbox;
import org.awaitility.Awaitility;

import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** The James of the sandbox, as its administrator and as those who write mails see it. */
final class RealJames {

	static final String KEY = "0123456789-0123456789-0123456789";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private RealJames() {
	}

	static Person person() {
		String login = "p" + UUID.randomUUID().toString().replace("-", "") + "x";
		return new Person(UUID.randomUUID(), login, login + "@example.com", "Alice", "Ivanova", null, null, null);
	}

	static JamesMailbox mailbox(String key, Tries tries) {
		return new JamesMailbox(client(), new InitialPasswords(settings(key)), tries);
	}

	static TargetClient client() {
		return new JamesConfiguration().james(settings(KEY));
	}

	private static MailSettings settings(String key) {
		return new MailSettings(key, "welcome@example.com", "en", "",
				new MailSettings.James(Sandbox.shared().webAdminUrl(), "", ""));
	}

	static void createUser(String address) {
		does("PUT", "/users/" + address, "{\"password\":\"of somebody else\"}");
	}

	static void deleteUser(String address) {
		does("DELETE", "/users/" + address, "");
	}

	/** An administrator's call that succeeds. */
	static void does(String method, String path, String body) {
		assertThat(call(method, path, body).statusCode()).as(method + " " + path).isBetween(200, 204);
	}

	static String asks(String path) {
		return call("GET", path, "").body();
	}

	static int status(String method, String path, String body) {
		return call(method, path, body).statusCode();
	}

	/** How many mails are in an inbox; 0 also where there is none. */
	static int mails(String address) {
		HttpResponse<String> count = call("GET", "/users/" + address + "/mailboxes/INBOX/messageCount?force", "");
		return (count.statusCode() == 200) ? Integer.parseInt(count.body().strip()) : 0;
	}

	/** Somebody writes to an address. */
	static void write(String address) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(Sandbox.shared().smtpPort());
		SimpleMailMessage mail = new SimpleMailMessage();
		mail.setFrom("bob@example.com");
		mail.setTo(address);
		mail.setText("confidential");
		sender.send(mail);
	}

	/** … and it arrives there. */
	static void deliver(String address) {
		int before = mails(address);
		write(address);
		Awaitility.await().until(() -> mails(address) == before + 1);
	}

	private static HttpResponse<String> call(String method, String path, String body) {
		try {
			return HTTP.send(HttpRequest.newBuilder(URI.create(Sandbox.shared().webAdminUrl() + path))
				.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
