package dev.onboard.faults.link;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.onboard.testing.Listener;
import dev.onboard.testing.Ports;
import org.jspecify.annotations.Nullable;

/**
 * A way to a server of this machine, on a port of 127.0.0.1, that can be cut off. It
 * stays as it is told until it is told otherwise. Thread-safe.
 */
public final class Link implements AutoCloseable {

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "link");
		thread.setDaemon(true);
		return thread;
	});

	private final int port = Ports.free();

	private final int server;

	private final Traffic traffic;

	private final Valve valve = new Valve();

	private final Set<Pair> open = ConcurrentHashMap.newKeySet();

	private final AtomicInteger connections = new AtomicInteger();

	private @Nullable Listener listener;

	private Link(int server, Traffic traffic) {
		this.server = server;
		this.traffic = traffic;
	}

	/** To that port of 127.0.0.1, well from the start. */
	public static Link to(int server) {
		return to(server, Traffic.PLAIN);
	}

	static Link to(int server, Traffic traffic) {
		Link link = new Link(server, traffic);
		link.well();
		return link;
	}

	public int port() {
		return this.port;
	}

	/** How many connections were taken so far. */
	public int connections() {
		return this.connections.get();
	}

	/** How many pieces of what was said were held back so far. */
	public int held() {
		return this.valve.held();
	}

	/** Whether one that came to the server from that port came this way. */
	public boolean isFrom(int portAtServer) {
		return this.open.stream().anyMatch((pair) -> pair.cameFrom(portAtServer));
	}

	/** Everything passes, also what was held back; new connections are taken. */
	public synchronized void well() {
		if (this.listener == null) {
			this.listener = Listener.on(this.port, this::take);
		}
		this.valve.open();
	}

	/** Nobody listens any more, and all connections are reset. */
	public synchronized void refuse() {
		if (this.listener != null) {
			this.listener.close();
			this.listener = null;
		}
		reset();
		this.valve.open();
	}

	/**
	 * Nothing passes either way, and nothing is closed: connections are taken and hear
	 * nothing. What is sent meanwhile arrives once it is well again.
	 */
	public void silence() {
		this.valve.shut();
	}

	/** Resets all that are connected now; new connections are as before. */
	public void reset() {
		this.open.forEach(Pair::reset);
	}

	private void take(Socket client) {
		Pair pair = new Pair(client);
		this.connections.incrementAndGet();
		this.open.add(pair);
		this.threads.execute(() -> connect(pair));
	}

	private void connect(Pair pair) {
		try {
			this.valve.pass();
			if (pair.connect(this.server)) {
				this.threads.execute(() -> run(pair, true));
				run(pair, false);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			pair.close();
			this.open.remove(pair);
		}
	}

	/** Returns when either side has gone; then both have. */
	private void run(Pair pair, boolean answers) {
		try {
			if (answers) {
				this.traffic.answers(pair.server(), pair.client(), this.valve);
			}
			else {
				this.traffic.requests(pair.client(), pair.server(), this.valve);
			}
		}
		catch (IOException ex) {
			// One went away.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			pair.close();
		}
	}

	@Override
	public void close() {
		refuse();
		this.threads.shutdownNow();
	}

}
