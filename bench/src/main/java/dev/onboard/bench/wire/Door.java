package dev.onboard.bench.wire;

import java.io.IOException;
import java.net.Socket;

import dev.onboard.testing.Listener;

/** A port of 127.0.0.1; each guest has a thread, which keeps no process alive. */
public final class Door implements AutoCloseable {

	private final Host host;

	private final Listener listener;

	/** Open at once. */
	public Door(int port, Host host) {
		this.host = host;
		this.listener = Listener.on(port, this::welcome);
	}

	/** Talks with one guest until either has enough. */
	@FunctionalInterface
	public interface Host {

		void receive(Socket guest) throws IOException;

	}

	public int port() {
		return this.listener.port();
	}

	private void welcome(Socket guest) {
		Thread thread = new Thread(() -> receive(guest), "guest-" + guest.getPort());
		thread.setDaemon(true);
		thread.start();
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
	public void close() {
		this.listener.close();
	}

}
