package dev.onboard.mail.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.onboard.testing.Listener;
import dev.onboard.testing.Ports;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server, which can be closed, for those inside too, and opened again;
 * closed at first.
 */
public final class Gate {

	private final int port = Ports.free();

	private final Set<Socket> inside = ConcurrentHashMap.newKeySet();

	private @Nullable Listener entrance;

	public int port() {
		return this.port;
	}

	public synchronized void open(int target) {
		this.entrance = Listener.on(this.port, (guest) -> forward(guest, target));
	}

	public synchronized void close() {
		if (this.entrance != null) {
			this.entrance.close();
		}
		try {
			for (Socket socket : this.inside) {
				socket.close();
			}
			this.inside.clear();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void forward(Socket inside, int target) {
		this.inside.add(inside);
		start(() -> pass(inside, target));
	}

	private static void pass(Socket inside, int target) {
		try (inside; Socket outside = new Socket(InetAddress.getLoopbackAddress(), target)) {
			start(() -> copy(inside, outside));
			copy(outside, inside);
		}
		catch (IOException ex) {
			// Nobody is there.
		}
	}

	private static void copy(Socket from, Socket to) {
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			in.transferTo(out);
		}
		catch (IOException ex) {
			// One of them has gone.
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "gate");
		thread.setDaemon(true);
		thread.start();
	}

}
