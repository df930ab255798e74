package dev.onboard.faults.outside;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One guest, who may bring several mails. Each of them is one call. */
final class SmtpConversation {

	private static final int TOO_MANY_REQUESTS = 429;

	private final Target target;

	private final MailStore mail;

	private final Socket guest;

	private final List<String> recipients = new ArrayList<>();

	/** Of the mail that is being brought. */
	private Fate fate = Fate.GOOD;

	SmtpConversation(Target target, MailStore mail, Socket guest) {
		this.target = target;
		this.mail = mail;
		this.guest = guest;
	}

	void hold(InputStream in) throws IOException, InterruptedException {
		say("220 outside ESMTP");
		boolean goesOn = true;
		while (goesOn) {
			String line = Request.line(in);
			goesOn = line != null && obey(line, in);
		}
	}

	private boolean obey(String line, InputStream in) throws IOException, InterruptedException {
		switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
			case "EHLO" -> say("250-outside\r\n250 8BITMIME");
			case "HELO", "NOOP" -> say("250 OK");
			case "MAIL", "RSET" -> {
				this.recipients.clear();
				say("250 2.1.0 OK");
			}
			case "RCPT" -> recipient(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
			case "DATA" -> {
				return data(in);
			}
			case "QUIT" -> {
				say("221 bye");
				return false;
			}
			default -> say("502 5.5.2 unknown");
		}
		return true;
	}

	private void recipient(String address) throws IOException {
		this.fate = this.target.called(address, true);
		if (!this.mail.knows(address)) {
			say("550 5.1.1 unknown user");
		}
		else if (this.fate.status() / 10 == 55) {
			this.target.countFailed();
			say(this.fate.status() + " told to refuse");
		}
		else {
			this.recipients.add(address);
			say("250 2.1.5 OK");
		}
	}

	/** Returns whether the connection can be used again. */
	private boolean data(InputStream in) throws IOException, InterruptedException {
		if (this.recipients.isEmpty()) {
			say("503 5.5.1 no recipients");
			return true;
		}
		say("354 go on");
		String messageId = SmtpHost.messageId(in);
		if (!this.fate.acts() || this.target.meets(Target.Point.BEFORE_EFFECT, this.guest.getPort())) {
			this.target.countFailed();
			return fail();
		}
		this.recipients.forEach((address) -> this.mail.deliver(address, messageId));
		this.target.meets(Target.Point.AFTER_EFFECT, this.guest.getPort());
		return answer();
	}

	private boolean fail() throws IOException, InterruptedException {
		this.target.hold(this.fate.holds());
		int status = this.fate.status();
		if (status == 0 || this.fate.acts()) {
			return false;
		}
		say((status == TOO_MANY_REQUESTS) ? "451 4.7.1 slow down"
				: this.fate.body().isEmpty() ? status + " told to fail" : this.fate.body());
		return true;
	}

	private boolean answer() throws IOException {
		boolean arrives = false;
		try {
			switch (this.fate.delivery()) {
				case WHOLE -> {
					say("250 2.6.0 accepted");
					arrives = true;
				}
				case HALF -> this.guest.getOutputStream().write('2');
				case NONE -> {
				}
			}
			return arrives;
		}
		finally {
			if (!arrives) {
				this.target.countAnswerLost();
			}
		}
	}

	private void say(String reply) throws IOException {
		this.guest.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

}
