package dev.onboard.faults.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.onboard.testing.Ports;
import org.jspecify.annotations.Nullable;

/** A port of 127.0.0.1 that can be opened and shut; each guest has a thread. */
final class Door {

	private static final int QUEUE = 200;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "outside");
		thread.setDaemon(true);
		return thread;
	});

	private final int port = Ports.free();

	private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

	private final Host host;

	private @Nullable ServerSocket server;

	Door(Host host) {
		this.host = host;
	}

	/** Talks with one guest until either has enough. */
	@FunctionalInterface
	interface Host {

		void receive(Socket guest) throws IOException, InterruptedException;

	}

	int port() {
		return this.port;
	}

	/** Harmless while it is open. */
	synchronized void open() {
		if (this.server != null) {
			return;
		}
		try {
			ServerSocket opened = new ServerSocket();
			opened.setReuseAddress(true);
			opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), QUEUE);
			this.server = opened;
			this.threads.execute(() -> welcome(opened));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Sends all guests away. */
	synchronized void shut() {
		if (this.server != null) {
			close(this.server);
			this.server = null;
		}
		this.guests.forEach(Door::close);
	}

	private void welcome(ServerSocket opened) {
		try {
			while (true) {
				Socket guest = opened.accept();
				this.threads.execute(() -> receive(guest, opened));
			}
		}
		catch (IOException ex) {
			// It was shut.
		}
	}

	private void receive(Socket guest, ServerSocket opened) {
		try (guest) {
			this.guests.add(guest);
			if (!opened.isClosed()) {
				guest.setTcpNoDelay(true);
				this.host.receive(guest);
			}
		}
		catch (IOException ex) {
			// The guest went away.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.guests.remove(guest);
		}
	}

	private static void close(AutoCloseable socket) {
		try {
			socket.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
