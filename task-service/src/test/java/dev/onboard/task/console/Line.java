package dev.onboard.task.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a port of this machine that can be cut. */
final class Line implements AutoCloseable {

	private final int port;

	private final ServerSocket server;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final Set<Socket> stalled = ConcurrentHashMap.newKeySet();

	private volatile boolean cut;

	Line(int port) {
		this.port = port;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	/** Without a slash at the end. */
	String address() {
		return "http://localhost:" + this.server.getLocalPort();
	}

	/** Ends what is open, and whatever is opened from now on. */
	void cut() {
		this.cut = true;
		this.open.forEach(Line::close);
	}

	/** What is open stays so, and nothing ever comes through it again. */
	void stall() {
		this.stalled.addAll(this.open);
	}

	void mend() {
		this.cut = false;
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket caller = this.server.accept();
				Socket service = new Socket(InetAddress.getLoopbackAddress(), this.port);
				this.open.add(caller);
				this.open.add(service);
				start(() -> copy(caller, service));
				start(() -> copy(service, caller));
				if (this.cut) {
					cut();
				}
			}
			catch (IOException ex) {
				// Closed, or a caller that is gone.
			}
		}
	}

	private void copy(Socket from, Socket to) {
		try (from; to) {
			byte[] buffer = new byte[8192];
			for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
				if (!this.stalled.contains(from)) {
					to.getOutputStream().write(buffer, 0, read);
				}
			}
		}
		catch (IOException ex) {
			// Cut.
		}
		this.open.remove(from);
		this.open.remove(to);
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "line");
		thread.setDaemon(true);
		thread.start();
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		this.open.forEach(Line::close);
	}

}
