package dev.onboard.faults.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.onboard.testing.Listener;
import dev.onboard.testing.Ports;
import org.jspecify.annotations.Nullable;

/** A port of 127.0.0.1 that can be opened and shut; each guest has a thread. */
final class Door {

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "outside");
		thread.setDaemon(true);
		return thread;
	});

	private final int port = Ports.free();

	private final Set<Socket> guests = ConcurrentHashMap.newKeySet();

	private final Host host;

	private @Nullable Listener listener;

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
		if (this.listener == null) {
			this.listener = Listener.on(this.port, this::welcome);
		}
	}

	/** Sends all guests away. */
	synchronized void shut() {
		if (this.listener != null) {
			this.listener.close();
			this.listener = null;
		}
		this.guests.forEach(Door::close);
	}

	private void welcome(Socket guest) {
		this.guests.add(guest);
		this.threads.execute(() -> receive(guest));
	}

	private void receive(Socket guest) {
		try (guest) {
			guest.setTcpNoDelay(true);
			this.host.receive(guest);
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

	private static void close(Socket guest) {
		try {
			guest.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
