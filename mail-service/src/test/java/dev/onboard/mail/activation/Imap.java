package dev.onboard.mail.activation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import dev.onboard.testing.Sandbox;

/** A mail program: logs in at the sandbox's mail server and reads the inbox. */
final class Imap {

	private Imap() {
	}

	static boolean opens(String address, String password) {
		return converse(address, password).stream().anyMatch((line) -> line.startsWith("1 OK"));
	}

	/** The subjects in the inbox. */
	static List<String> subjects(String address, String password) {
		return converse(address, password, "SELECT INBOX", "FETCH 1:* (BODY.PEEK[HEADER.FIELDS (SUBJECT)])").stream()
			.filter((line) -> line.startsWith("Subject: "))
			.map((line) -> line.substring("Subject: ".length()))
			.toList();
	}

	/** All lines that the server says. */
	private static List<String> converse(String address, String password, String... commands) {
		String plain = Base64.getEncoder()
			.encodeToString(("\0" + address + "\0" + password).getBytes(StandardCharsets.UTF_8));
		try (Socket socket = new Socket("127.0.0.1", Sandbox.shared().imapPort())) {
			socket.setSoTimeout(10_000);
			BufferedReader in = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
			Stream.Builder<String> lines = Stream.builder();
			say(socket, "1 AUTHENTICATE PLAIN");
			for (String line = in.readLine(); !line.startsWith("+"); line = in.readLine()) {
				lines.add(line);
			}
			say(socket, plain);
			hear(in, 1, lines);
			for (int i = 0; i < commands.length; i++) {
				say(socket, i + 2 + " " + commands[i]);
				hear(in, i + 2, lines);
			}
			return lines.build().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void say(Socket socket, String line) throws IOException {
		socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	private static void hear(BufferedReader in, int tag, Stream.Builder<String> lines) throws IOException {
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			lines.add(line);
			if (line.startsWith(tag + " ")) {
				return;
			}
		}
	}

}
