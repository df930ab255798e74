package dev.onboard.bench.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Hands over a mail on a connection of its own, with no more words than it takes. */
public final class Smtp {

	private Smtp() {
	}

	/**
	 * Returns once the server has taken it.
	 * @param mail with its headers, lines ended by CR LF, none of which is a dot alone
	 * @throws IOException also if the server does not take it
	 */
	public static void send(int port, String from, String to, String mail) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			hear(in, '2');
			say(socket, in, "EHLO localhost", '2');
			say(socket, in, "MAIL FROM:<" + from + ">", '2');
			say(socket, in, "RCPT TO:<" + to + ">", '2');
			say(socket, in, "DATA", '3');
			say(socket, in, mail + "\r\n.", '2');
			socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
		}
	}

	private static void say(Socket socket, InputStream in, String words, char expected) throws IOException {
		socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
		hear(in, expected);
	}

	private static void hear(InputStream in, char expected) throws IOException {
		String reply;
		do {
			reply = HttpText.line(in);
			if (reply == null) {
				throw new EOFException();
			}
		}
		while (reply.startsWith("-", 3));
		if (reply.charAt(0) != expected) {
			throw new IOException("the mail server says " + reply);
		}
	}

}
