package dev.onboard.bench.outside;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.onboard.bench.outside.Effects.Kind;
import dev.onboard.bench.wire.Door;
import dev.onboard.bench.wire.HttpHost;
import dev.onboard.bench.wire.HttpHost.Answer;
import dev.onboard.bench.wire.SmtpHost;
import dev.onboard.testing.Ports;

/**
 * All servers outside, on free ports: James's WebAdmin as far as it is called for people
 * without a role, SMTP, and a webhook of Slack.
 */
public final class Outside implements AutoCloseable {

	public static final String WEBHOOK = "/services/T0/B0/bench";

	private static final Pattern ADDRESS = Pattern.compile("Mail: ([^@ ]+)@");

	private final Effects effects = new Effects();

	private final Door mail = new Door(Ports.free(), new HttpHost((method, path, body) -> mail(method, path)));

	private final Door smtp = new Door(Ports.free(),
			new SmtpHost((recipient) -> this.effects.note(Kind.MAIL, login(recipient))));

	private final Door slack = new Door(Ports.free(),
			new HttpHost((method, path, body) -> slack(new String(body, java.nio.charset.StandardCharsets.UTF_8))));

	private volatile Duration mailboxDelay = Duration.ZERO;

	/** How long the mail server takes for each new mailbox, for many at once as well. */
	public void delayMailboxes(Duration delay) {
		this.mailboxDelay = delay;
	}

	public Effects effects() {
		return this.effects;
	}

	public int mailPort() {
		return this.mail.port();
	}

	public int smtpPort() {
		return this.smtp.port();
	}

	public int slackPort() {
		return this.slack.port();
	}

	private Answer mail(String method, String path) {
		String[] parts = path.substring(1).split("[/?]", -1);
		if (method.equals("PUT") && parts[0].equals("users")) {
			pause(this.mailboxDelay);
			return new Answer(this.effects.noteOnce(Kind.MAILBOX, login(parts[1])) ? 204 : 409, "");
		}
		if (path.endsWith("/verify")) {
			// After a lost answer: the password is the one that the mailbox was made
			// with.
			return new Answer(204, "");
		}
		if (path.endsWith("/messageCount")) {
			int mails = this.effects.count(Kind.MAIL, login(parts[1]));
			return (mails == 0) ? new Answer(404, "") : new Answer(200, Integer.toString(mails));
		}
		return List.of("mappings", "users", "address").contains(parts[0]) ? new Answer(200, "[]") : new Answer(404, "");
	}

	/** The guest's own thread waits. */
	private static void pause(Duration delay) {
		try {
			TimeUnit.NANOSECONDS.sleep(delay.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Answer slack(String message) {
		Matcher address = ADDRESS.matcher(message);
		if (!address.find()) {
			return new Answer(400, "no_text");
		}
		this.effects.note(Kind.POST, address.group(1));
		return new Answer(200, "ok");
	}

	private static String login(String address) {
		return address.split("@|%40", 2)[0];
	}

	@Override
	public void close() throws java.io.IOException {
		this.mail.close();
		this.smtp.close();
		this.slack.close();
	}

}
