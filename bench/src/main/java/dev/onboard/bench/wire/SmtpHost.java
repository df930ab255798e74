package dev.onboard.bench.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Takes every mail.
 *
 * @param mails gets the recipient of each, before it is answered
 */
public record SmtpHost(Consumer<String> mails) implements Door.Host {

	@Override
	public void receive(Socket guest) throws IOException {
		InputStream in = new BufferedInputStream(guest.getInputStream());
		say(guest, "220 outside ESMTP");
		String recipient = "";
		for (String line = HttpText.line(in); line != null; line = HttpText.line(in)) {
			switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
				case "EHLO" -> say(guest, "250-outside\r\n250 8BITMIME");
				case "RCPT" -> {
					recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
					say(guest, "250 2.1.5 OK");
				}
				case "DATA" -> {
					say(guest, "354 go on");
					skipMail(in);
					this.mails.accept(recipient);
					say(guest, "250 2.6.0 accepted");
				}
				case "QUIT" -> {
					say(guest, "221 bye");
					return;
				}
				default -> say(guest, "250 OK");
			}
		}
	}

	private static void skipMail(InputStream in) throws IOException {
		String line = HttpText.line(in);
		while (line != null && !line.equals(".")) {
			line = HttpText.line(in);
		}
	}

	private static void say(Socket guest, String reply) throws IOException {
		guest.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

}
