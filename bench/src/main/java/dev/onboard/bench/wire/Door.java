package dev.onboard.bench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port of 127.0.0.1; each guest has a thread, which keeps no process alive. */
public final class Door implements AutoCloseable {

	private static final int QUEUE = 200;

	private final ServerSocket server;

	private final Host host;

	/** Open at once. */
	public Door(int port, Host host) {
		this.host = host;
		try {
			this.server = new ServerSocket();
			this.server.setReuseAddress(true);
			this.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), QUEUE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start("door-" + port, this::welcome);
	}

	/** Talks with one guest until either has enough. */
	@FunctionalInterface
	public interface Host {

		void receive(Socket guest) throws IOException;

	}

	public int port() {
		return this.server.getLocalPort();
	}

	private static void start(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

	private void welcome() {
		try {
			while (true) {
				Socket guest = this.server.accept();
				start("guest-" + guest.getPort(), () -> receive(guest));
			}
		}
		catch (IOException ex) {
			// It was closed.
		}
	}

	private void receive(Socket guest) {
		try (guest) {
			guest.setTcpNoDelay(true);
			this.host.receive(guest);
		}
		catch (IOException ex) {
			// The guest went away.
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
