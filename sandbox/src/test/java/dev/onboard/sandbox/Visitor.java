package dev.onboard.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Properties;

import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

/**
 * Uses a sandbox from outside, over the network only.
 */
final class Visitor {

	private static final Duration LIMIT = Duration.ofSeconds(15);

	private final HttpClient client = HttpClient.newHttpClient();

	private final SandboxSettings settings;

	private final Session session;

	Visitor(SandboxSettings settings) {
		this.settings = settings;
		Properties properties = new Properties();
		properties.put("mail.smtp.host", settings.bind());
		properties.put("mail.smtp.port", Integer.toString(settings.smtpPort()));
		properties.put("mail.imap.port", Integer.toString(settings.imapPort()));
		this.session = Session.getInstance(properties);
	}

	HttpResponse<String> asks(String method, String path, String body) throws Exception {
		return asks(this.settings.httpPort(), method, path, body);
	}

	String sees(String path) throws Exception {
		return asks("GET", path, "").body();
	}

	/**
	 * Returns what is seen as soon as it contains the text, or what is seen last.
	 */
	String seesSoon(String path, String text) throws Exception {
		long start = System.nanoTime();
		String seen = sees(path);
		while (!seen.contains(text) && System.nanoTime() - start < LIMIT.toNanos()) {
			Thread.onSpinWait();
			seen = sees(path);
		}
		return seen;
	}

	int createsMailbox(String address, String password) throws Exception {
		return asks(this.settings.webAdminPort(), "PUT", "/users/" + address, password(password)).statusCode();
	}

	int verifies(String address, String password) throws Exception {
		return asks(this.settings.webAdminPort(), "POST", "/users/" + address + "/verify", password(password))
			.statusCode();
	}

	String callsSlack(String method, String json) throws Exception {
		return this.client
			.send(request(this.settings.httpPort(), "POST", "/api/" + method, json)
				.header("Authorization", "Bearer xoxb-visitor")
				.header("Content-Type", "application/json")
				.build(), BodyHandlers.ofString())
			.body();
	}

	void sends(String subject, String text, String... recipients) throws Exception {
		MimeMessage message = mail(subject, recipients);
		message.setText(text, "UTF-8");
		Transport.send(message);
	}

	void sendsTwoForms(String subject, String text, String html, String... recipients) throws Exception {
		MimeBodyPart plain = new MimeBodyPart();
		plain.setText(text, "UTF-8");
		MimeBodyPart rich = new MimeBodyPart();
		rich.setText(html, "UTF-8", "html");
		MimeMessage message = mail(subject, recipients);
		message.setContent(new MimeMultipart("alternative", plain, rich));
		Transport.send(message);
	}

	/**
	 * Subject and text of the first mail.
	 */
	String readsMail(String address, String password) throws Exception {
		try (Store store = this.session.getStore("imap")) {
			store.connect(this.settings.bind(), address, password);
			Folder inbox = store.getFolder("INBOX");
			inbox.open(Folder.READ_ONLY);
			Message mail = inbox.getMessage(1);
			return mail.getSubject() + ": " + mail.getContent();
		}
	}

	private MimeMessage mail(String subject, String... recipients) throws Exception {
		MimeMessage message = new MimeMessage(this.session) {
			@Override
			protected void updateMessageID() throws javax.mail.MessagingException {
				setHeader("Message-ID", "<one@example.com>");
			}
		};
		message.setFrom("hr@example.com");
		for (String recipient : recipients) {
			message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
		}
		message.setSubject(subject, "UTF-8");
		return message;
	}

	private HttpResponse<String> asks(int port, String method, String path, String body) throws Exception {
		return this.client.send(request(port, method, path, body).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(int port, String method, String path, String body) {
		return HttpRequest.newBuilder(URI.create("http://" + this.settings.bind() + ":" + port + path))
			.method(method, BodyPublishers.ofString(body))
			.timeout(LIMIT);
	}

	private static String password(String password) {
		return "{\"password\":\"" + password + "\"}";
	}

}
