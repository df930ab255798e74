package dev.onboard.delivery.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A target that answers byte for byte as told, each request with the next answer, and
 * remembers what it was asked.
 */
public final class StubTarget implements AutoCloseable {

	private static final int LONGEST_CLOSE_MILLIS = 2_000;

	private final ServerSocket server;

	private final Queue<Reply> replies;

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread thread = new Thread(this::serve, "stub-target");

	private StubTarget(List<Reply> replies) throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.replies = new ArrayDeque<>(replies);
		this.thread.setDaemon(true);
		this.thread.start();
	}

	public static StubTarget answering(Reply... replies) {
		try {
			return new StubTarget(List.of(replies));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getLocalPort();
	}

	/** What it was asked, in order. */
	public List<Request> requests() {
		return List.copyOf(this.requests);
	}

	/** An answer with a body of JSON, text or anything. */
	public static Reply answer(int status, String body, String... headers) {
		StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Words\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		String length = (status == 204) ? ""
				: "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
		return bytes(head + length + "Connection: close\r\n\r\n" + body);
	}

	/** These bytes, then the end of the connection. */
	public static Reply bytes(String text) {
		return (socket, target) -> {
			socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
			socket.shutdownOutput();
		};
	}

	/** Reads the request and says nothing. */
	public static Reply silence() {
		return (socket, target) -> target.pause(TimeUnit.MINUTES.toMillis(1));
	}

	/** These bytes, then one more byte every 20 ms without end. */
	public static Reply trickle(String text) {
		return (socket, target) -> {
			OutputStream out = socket.getOutputStream();
			out.write(text.getBytes(StandardCharsets.UTF_8));
			do {
				out.write('x');
				out.flush();
			}
			while (!target.pause(20));
		};
	}

	/** These bytes, then an endless body as fast as it is read. */
	public static Reply flood(String text) {
		return (socket, target) -> {
			OutputStream out = socket.getOutputStream();
			out.write(text.getBytes(StandardCharsets.UTF_8));
			byte[] body = "x".repeat(8192).getBytes(StandardCharsets.UTF_8);
			do {
				out.write(body);
			}
			while (!target.pause(0));
		};
	}

	/** Ends the connection with an error instead of an answer. */
	public static Reply reset() {
		return (socket, target) -> socket.setSoLinger(true, 0);
	}

	private boolean pause(long millis) {
		try {
			return this.closed.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try (Socket socket = this.server.accept()) {
				this.requests.add(Request.read(new BufferedInputStream(socket.getInputStream())));
				Reply reply = this.replies.poll();
				((reply != null) ? reply : answer(599, "the stub has no answer left")).to(socket, this);
			}
			catch (IOException ex) {
				// The caller has gone, or the test is over.
			}
		}
	}

	/** While a door is closed, somebody may still come in: they are waited for. */
	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.server.close();
		try {
			this.thread.join(LONGEST_CLOSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What becomes of one request; the connection ends after it. */
	@FunctionalInterface
	public interface Reply {

		void to(Socket socket, StubTarget target) throws IOException;

	}

	/**
	 * What it was asked.
	 *
	 * @param headers by name, in any case
	 */
	public record Request(String method, String path, Map<String, String> headers, String body) {

		private static Request read(InputStream in) throws IOException {
			String start = line(in);
			int path = start.indexOf(' ') + 1;
			Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			for (String line = line(in); !line.isEmpty(); line = line(in)) {
				headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
			}
			int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
			return new Request(start.substring(0, path - 1), start.substring(path, start.indexOf(' ', path)), headers,
					new String(in.readNBytes(length), StandardCharsets.UTF_8));
		}

		private static String line(InputStream in) throws IOException {
			StringBuilder line = new StringBuilder();
			for (int next = in.read(); next != '\n'; next = in.read()) {
				if (next < 0) {
					throw new IOException("the caller has gone");
				}
				if (next != '\r') {
					line.append((char) next);
				}
			}
			return line.toString();
		}

	}

}
