package dev.onboard.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** A mail server that replies to one command as told, and to the others as it should. */
public final class ScriptedSmtp implements AutoCloseable {

	/** Instead of a reply: the end of the connection. */
	public static final String CLOSE = "close";

	/** Instead of a reply: the end of the connection with an error. */
	static final String RESET = "reset";

	/** Instead of a reply: nothing. */
	static final String HANG = "hang";

	/** The command's name for what is said before the first one. */
	static final String GREETING = "greeting";

	private static final Map<String, String> USUAL = Map.of(GREETING, "220 at your service", "EHLO",
			"250-hello\r\n250 AUTH LOGIN PLAIN", "AUTH", "235 welcome", "DATA", "354 go on", ".", "250 accepted",
			"STARTTLS", "220 but nothing follows", "QUIT", "221 bye");

	private static final Pattern VERB = Pattern.compile("[ :].*");

	private final String command;

	private final String reply;

	private final ServerSocket server;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

	private ScriptedSmtp(String command, String reply) throws IOException {
		this.command = command;
		this.reply = reply;
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::serve, "scripted-smtp");
		thread.setDaemon(true);
		thread.start();
	}

	public static ScriptedSmtp replying(String command, String reply) throws IOException {
		return new ScriptedSmtp(command, reply);
	}

	public int port() {
		return this.server.getLocalPort();
	}

	/** Every line that it was sent, mails included. */
	public List<String> heard() {
		synchronized (this.heard) {
			return List.copyOf(this.heard);
		}
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try (Socket socket = this.server.accept()) {
				converse(socket);
			}
			catch (IOException ex) {
				// The caller has gone, or the test is over.
			}
		}
	}

	private void converse(Socket socket) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
		boolean on = reply(socket, GREETING);
		while (on) {
			String line = in.readLine();
			if (line == null) {
				return;
			}
			this.heard.add(line);
			String verb = VERB.matcher(line).replaceFirst("");
			on = reply(socket, verb);
			if (on && verb.equals("DATA") && !this.command.equals("DATA")) {
				readMail(in);
				on = reply(socket, ".");
			}
		}
	}

	private void readMail(BufferedReader in) throws IOException {
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			this.heard.add(line);
		}
	}

	/** Returns whether the conversation goes on. */
	private boolean reply(Socket socket, String verb) throws IOException {
		String text = verb.equals(this.command) ? this.reply : USUAL.getOrDefault(verb, "250 fine");
		switch (text) {
			case HANG -> {
				hang();
				return false;
			}
			case RESET -> socket.setSoLinger(true, 0);
			case CLOSE -> {
			}
			default -> {
				OutputStream out = socket.getOutputStream();
				out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
				out.flush();
				return !verb.equals("QUIT") && !verb.equals("STARTTLS");
			}
		}
		return false;
	}

	private void hang() {
		try {
			this.closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.server.close();
	}

}
