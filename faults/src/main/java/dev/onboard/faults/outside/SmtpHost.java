package dev.onboard.faults.outside;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Speaks SMTP (RFC 5321), or misbehaves as its target is told. */
record SmtpHost(Target target, MailStore mail) implements Door.Host {

	@Override
	public void receive(Socket guest) throws IOException, InterruptedException {
		new SmtpConversation(this.target, this.mail, guest).hold(new BufferedInputStream(guest.getInputStream()));
	}

	/** Reads a mail to its end, and returns its Message-ID, empty if it has none. */
	static String messageId(InputStream in) throws IOException {
		String found = "";
		boolean inHeader = true;
		for (String line = Request.line(in); line == null || !line.equals("."); line = Request.line(in)) {
			if (line == null) {
				throw new IOException("the mail breaks off");
			}
			inHeader = inHeader && !line.isEmpty();
			if (inHeader && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
				found = line.substring(11).strip();
			}
		}
		return found;
	}

}
