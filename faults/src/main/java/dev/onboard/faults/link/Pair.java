package dev.onboard.faults.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client and its way on to the server, which end together. */
final class Pair {

	private final Socket client;

	private final Socket server = new Socket();

	Pair(Socket client) {
		this.client = client;
	}

	/** False if the server takes nobody. */
	boolean connect(int port) {
		try {
			this.client.setTcpNoDelay(true);
			this.server.setTcpNoDelay(true);
			this.server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException ex) {
			reset();
			return false;
		}
	}

	Socket client() {
		return this.client;
	}

	Socket server() {
		return this.server;
	}

	boolean cameFrom(int portAtServer) {
		return this.server.getLocalPort() == portAtServer;
	}

	void reset() {
		lingerNot(this.client);
		lingerNot(this.server);
		close();
	}

	/** So that closing it sends a reset. */
	private static void lingerNot(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
		}
		catch (SocketException ex) {
			// It is closed already.
		}
	}

	void close() {
		close(this.client);
		close(this.server);
	}

	static void close(java.io.Closeable socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
