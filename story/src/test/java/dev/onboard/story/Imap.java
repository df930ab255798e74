package dev.onboard.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Reads a mailbox as its owner does (RFC 3501), as far as these tests need it. */
final class Imap implements AutoCloseable {

	private final Socket socket;

	private final BufferedReader answers;

	private int commands;

	Imap(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setSoTimeout(10_000);
		this.answers = new BufferedReader(
				new InputStreamReader(this.socket.getInputStream(), StandardCharsets.ISO_8859_1));
		this.answers.readLine();
	}

	/** Whether the mail server takes the password. */
	boolean login(String address, String password) throws IOException {
		return command("LOGIN \"" + address + "\" \"" + password + "\"").contains(" OK ");
	}

	/** All mails of the inbox, as they are on the wire. */
	String inbox() throws IOException {
		command("SELECT INBOX");
		return command("FETCH 1:* BODY[]");
	}

	private String command(String text) throws IOException {
		String tag = "a" + ++this.commands;
		this.socket.getOutputStream().write((tag + " " + text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		StringBuilder answer = new StringBuilder();
		for (String line = this.answers.readLine(); line != null; line = this.answers.readLine()) {
			answer.append(line).append('\n');
			if (line.startsWith(tag + " ")) {
				break;
			}
		}
		return answer.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
