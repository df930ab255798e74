package dev.onboard.faults.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/**
 * Reads what one side of an AMQP 0-9-1 connection says, frame by frame: type, channel and
 * size in 7 bytes, so many bytes, and an end.
 */
final class Frames {

	/** Bytes before the payload of a frame. */
	static final int HEADER = 7;

	private static final int METHOD = 1;

	/** By then this machine has closed the sockets of who was killed. */
	private static final Duration WHEN_GONE = Duration.ofMillis(30);

	private final Socket socket;

	private final InputStream in;

	private byte[] buffer = new byte[65_536];

	private int length;

	Frames(Socket socket) throws IOException {
		this.socket = socket;
		this.in = socket.getInputStream();
	}

	/** The first words of a client, which are no frame. */
	byte[] protocolHeader() throws IOException {
		return take(8);
	}

	/** The next frame, whole. */
	byte[] next() throws IOException {
		fill(HEADER);
		return take(HEADER + ByteBuffer.wrap(this.buffer, 3, 4).getInt() + 1);
	}

	/** Class and method of a frame, such as 60 and 80; 0 if it is no method. */
	static int method(byte[] frame) {
		return (frame[0] == METHOD) ? ByteBuffer.wrap(frame, HEADER, 4).getInt() : 0;
	}

	/** Whether more can be read at once. */
	boolean hasMore() throws IOException {
		return this.length > 0 || this.in.available() > 0;
	}

	/** Whether this side has gone. What it said before is kept. */
	boolean isGone() throws IOException {
		long end = System.nanoTime() + WHEN_GONE.toNanos();
		this.socket.setSoTimeout((int) WHEN_GONE.toMillis());
		try {
			while (System.nanoTime() < end) {
				read();
			}
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (EOFException ex) {
			return true;
		}
		finally {
			this.socket.setSoTimeout(0);
		}
		return false;
	}

	private byte[] take(int size) throws IOException {
		fill(size);
		byte[] taken = Arrays.copyOf(this.buffer, size);
		System.arraycopy(this.buffer, size, this.buffer, 0, this.length - size);
		this.length -= size;
		return taken;
	}

	private void fill(int size) throws IOException {
		while (this.length < size) {
			read();
		}
	}

	private void read() throws IOException {
		if (this.length == this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, 2 * this.length);
		}
		int read = this.in.read(this.buffer, this.length, this.buffer.length - this.length);
		if (read < 0) {
			throw new EOFException();
		}
		this.length += read;
	}

}
