package dev.onboard.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;

import dev.onboard.sandbox.http.HttpFront;
import dev.onboard.sandbox.http.Routes;
import dev.onboard.sandbox.mail.James;
import dev.onboard.sandbox.mail.MailEndpoints;
import dev.onboard.sandbox.mail.MailServerSettings;
import dev.onboard.sandbox.mail.RecordedMail;
import dev.onboard.sandbox.memory.Newest;
import dev.onboard.sandbox.page.Page;
import dev.onboard.sandbox.slack.SlackMessage;
import dev.onboard.sandbox.slack.SlackSimulator;
import dev.onboard.sandbox.slack.api.Cards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail server, the Slack simulator and their page, started and stopped together.
 */
final class Sandbox implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Sandbox.class);

	private static final int REMEMBERED = 10_000;

	private final SandboxSettings settings;

	private final WorkingDirectory directory;

	private final James james;

	private final HttpFront http;

	/**
	 * Serves HTTP when it returns; the mail server is still to be started.
	 * @throws InvalidSetting if a port is taken or the directory cannot be written
	 */
	Sandbox(SandboxSettings settings) throws IOException {
		FreePorts.check(settings);
		this.settings = settings;
		this.directory = WorkingDirectory.of(settings.directory());
		Newest<RecordedMail> mails = new Newest<>(REMEMBERED, Clock.systemUTC());
		Newest<SlackMessage> messages = new Newest<>(REMEMBERED, Clock.systemUTC());
		this.james = new James(new MailServerSettings(settings.bind(), settings.smtpPort(), settings.imapPort(),
				settings.webAdminPort(), settings.domain(), this.directory.path()), mails);
		Cards cards = new Cards(REMEMBERED, Clock.systemUTC());
		Routes routes = new Routes();
		new Page(settings.domain(), messages, cards, this.james, mails).addTo(routes);
		new SlackSimulator(messages, cards).addTo(routes);
		new MailEndpoints(this.james, mails).addTo(routes);
		this.http = new HttpFront(new InetSocketAddress(settings.bind(), settings.httpPort()), routes);
	}

	/**
	 * Returns when all is up; that takes seconds.
	 */
	void start() throws Exception {
		this.james.start();
	}

	/**
	 * What a person who started it wants to know, on one line.
	 */
	String greeting() {
		String host = this.settings.bind().equals("0.0.0.0") ? "localhost" : this.settings.bind();
		return "Sandbox for %6$s is up: page http://%1$s:%2$d/ · Slack http://%1$s:%2$d/services/T0/B0/sandbox and /api · SMTP %1$s:%3$d · IMAP %1$s:%4$d · WebAdmin http://%1$s:%5$d/"
			.formatted(host, this.settings.httpPort(), this.settings.smtpPort(), this.settings.imapPort(),
					this.settings.webAdminPort(), this.settings.domain());
	}

	/**
	 * Stops everything and waits for it.
	 */
	@Override
	public void close() {
		leave();
		this.james.close();
	}

	/**
	 * Cleans up for a process that ends anyway. James is not stopped: that takes two
	 * seconds for each protocol, which Netty waits for late calls, and nothing of it is
	 * to be saved.
	 */
	private void leave() {
		this.http.close();
		try {
			this.directory.close();
		}
		catch (IOException ex) {
			log.warn("The directory {} stays", this.directory.path(), ex);
		}
	}

	public static void main(String[] args) {
		JvmSettings.apply();
		try {
			Sandbox sandbox = new Sandbox(SandboxSettings.from(System.getenv()));
			Runtime.getRuntime().addShutdownHook(new Thread(sandbox::leave, "stop"));
			sandbox.start();
			System.out.println(sandbox.greeting());
		}
		catch (InvalidSetting ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
		catch (Exception ex) {
			log.error("The mail server did not start", ex);
			System.err.println("The mail server did not start: " + ex);
			System.exit(1);
		}
	}

}
