package dev.onboard.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.onboard.testing.Listener;
import dev.onboard.testing.Ports;
import org.jspecify.annotations.Nullable;

/** Stands before a server of this machine and makes it look well or ill. */
final class Proxy {

	enum Mood {

		/** Everything passes. */
		WELL,
		/** Connections are refused. */
		AWAY,
		/** Connections are taken, and nothing is ever answered. */
		SILENT,
		/** Connections are taken and reset at once. */
		BROKEN,
		/** What the server answers is held back until it is well again. */
		SLOW,
		/** What is sent to the server is swallowed. */
		DEAF

	}

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "proxy");
		thread.setDaemon(true);
		return thread;
	});

	private final int port = Ports.free();

	private final int server;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger heldAnswers = new AtomicInteger();

	private @Nullable Listener listener;

	private volatile Mood mood = Mood.AWAY;

	Proxy(int server) {
		this.server = server;
		become(Mood.WELL);
	}

	int port() {
		return this.port;
	}

	/** How many connections were taken so far. */
	int connections() {
		return this.connections.get();
	}

	/** How many answers wait until the server is well again. */
	int heldAnswers() {
		return this.heldAnswers.get();
	}

	/** Drops all connections, unless it becomes slow or deaf, or is no longer slow. */
	synchronized void become(Mood mood) {
		if (mood == this.mood) {
			return;
		}
		boolean keeps = mood == Mood.SLOW || mood == Mood.DEAF || this.mood == Mood.SLOW && mood == Mood.WELL;
		this.mood = mood;
		notifyAll();
		if (mood == Mood.AWAY && this.listener != null) {
			this.listener.close();
			this.listener = null;
		}
		else if (mood != Mood.AWAY && this.listener == null) {
			this.listener = Listener.on(this.port, this::connect);
		}
		if (!keeps) {
			this.open.forEach((socket) -> {
				close(socket);
				this.open.remove(socket);
			});
		}
	}

	private void connect(Socket client) {
		this.connections.incrementAndGet();
		this.open.add(client);
		if (this.mood == Mood.BROKEN) {
			reset(client);
		}
		else if (this.mood != Mood.SILENT) {
			this.threads.execute(() -> connectToServer(client));
		}
	}

	private void connectToServer(Socket client) {
		try {
			Socket upstream = new Socket(InetAddress.getLoopbackAddress(), this.server);
			this.open.add(upstream);
			this.threads.execute(() -> pass(upstream, client, true));
			pass(client, upstream, false);
		}
		catch (IOException ex) {
			close(client);
		}
	}

	private void pass(Socket from, Socket to, boolean answers) {
		byte[] buffer = new byte[16_384];
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				if (answers) {
					holdWhileSlow();
				}
				if (answers || this.mood != Mood.DEAF) {
					out.write(buffer, 0, length);
				}
			}
		}
		catch (IOException ex) {
			// Either side went away, and try has closed the other.
		}
		finally {
			this.open.remove(from);
			this.open.remove(to);
		}
	}

	private synchronized void holdWhileSlow() throws IOException {
		this.heldAnswers.incrementAndGet();
		try {
			while (this.mood == Mood.SLOW) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
		finally {
			this.heldAnswers.decrementAndGet();
		}
	}

	private static void reset(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
		}
		catch (SocketException ex) {
			// It is closed already.
		}
		close(socket);
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is of no use any more.
		}
	}

}
