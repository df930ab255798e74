package dev.onboard.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.awaitility.Awaitility;

/** TCP ports of this machine. */
public final class Ports {

	private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

	private Ports() {
	}

	/**
	 * Free now, given to nobody else here, and outside of the range that the system takes
	 * ports from for clients: it is still free when a server comes to it, or comes back.
	 */
	public static int free() {
		while (true) {
			try (ServerSocket socket = new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 30_000))) {
				int port = socket.getLocalPort();
				if (GIVEN.add(port)) {
					return port;
				}
			}
			catch (IOException ex) {
				// Taken: the next may not be.
			}
		}
	}

	/** Waits until a broker answers the AMQP protocol header there. */
	static void awaitAnswer(int port, Duration limit) {
		Awaitility.await().atMost(limit).until(() -> {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress("localhost", port), 1000);
				socket.setSoTimeout(2000);
				socket.getOutputStream().write("AMQP\0\0\t\1".getBytes(StandardCharsets.ISO_8859_1));
				return socket.getInputStream().read() == 1;
			}
			catch (IOException ex) {
				return false;
			}
		});
	}

}
