package dev.onboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/**
 * Takes connections on a port of 127.0.0.1 and hands each over before it takes the next:
 * once {@link #close} has returned, nobody is taken and nobody handed over any more.
 */
public final class Listener implements AutoCloseable {

	private static final int QUEUE = 200;

	private final ServerSocket server;

	private final Thread thread;

	private Listener(ServerSocket server, Consumer<Socket> host) {
		this.server = server;
		this.thread = new Thread(() -> take(host), "listener-" + server.getLocalPort());
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/**
	 * Open at once.
	 * @param port where; 0 for any that is free
	 * @param host closes what it is handed, and does not wait for anybody who closes this
	 */
	public static Listener on(int port, Consumer<Socket> host) {
		try {
			ServerSocket server = new ServerSocket();
			server.setReuseAddress(true);
			server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), QUEUE);
			return new Listener(server, host);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.server.getLocalPort();
	}

	private void take(Consumer<Socket> host) {
		try {
			while (true) {
				host.accept(this.server.accept());
			}
		}
		catch (IOException ex) {
			if (!this.server.isClosed()) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/**
	 * Also waits until the thread that took connections has ended: as long as it is
	 * within {@code accept}, the system goes on to listen on a socket that is closed.
	 */
	@Override
	public void close() {
		try {
			this.server.close();
			this.thread.join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
