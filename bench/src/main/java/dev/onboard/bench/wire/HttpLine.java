package dev.onboard.bench.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A connection to an HTTP server of this machine that is kept, and opened again where the
 * server closes it after an answer. For one thread; requests are never repeated.
 */
public final class HttpLine implements AutoCloseable {

	private static final int LONGEST_WAIT_MILLIS = 30_000;

	private final int port;

	private final String headers;

	private @Nullable Socket socket;

	private @Nullable InputStream in;

	/**
	 * @param headers sent with each request, each with its line break
	 */
	public HttpLine(int port, String headers) {
		this.port = port;
		this.headers = headers;
	}

	/** Sends a request with or without JSON; returns the status, once all was read. */
	public int send(String method, String path, byte @Nullable [] json) throws IOException {
		Socket to = open();
		StringBuilder head = new StringBuilder(256).append(method)
			.append(' ')
			.append(path)
			.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n")
			.append(this.headers);
		if (json != null) {
			head.append("Content-Type: application/json\r\nContent-Length: ").append(json.length).append("\r\n");
		}
		ByteArrayOutputStream request = new ByteArrayOutputStream(1024);
		request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
		if (json != null) {
			request.writeBytes(json);
		}
		request.writeTo(to.getOutputStream());
		HttpText answer = (this.in != null) ? HttpText.read(this.in, !method.equals("HEAD")) : null;
		if (answer == null) {
			throw new EOFException("no answer to " + method + " " + path);
		}
		if (answer.closes()) {
			close();
		}
		return Integer.parseInt(answer.word(1));
	}

	private Socket open() throws IOException {
		if (this.socket == null) {
			Socket opened = new Socket(InetAddress.getLoopbackAddress(), this.port);
			opened.setTcpNoDelay(true);
			opened.setSoTimeout(LONGEST_WAIT_MILLIS);
			this.socket = opened;
			this.in = new BufferedInputStream(opened.getInputStream());
		}
		return this.socket;
	}

	@Override
	public void close() throws IOException {
		if (this.socket != null) {
			this.socket.close();
			this.socket = null;
		}
	}

}
