package dev.onboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A closed {@link Listener} takes nobody, from the moment on when it is closed. */
class ListenerTests {

	@Test
	void whoeverComesIsHandedOver() throws Exception {
		try (Listener listener = Listener.on(0, ListenerTests::greet);
				Socket guest = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
			assertThat(guest.getInputStream().readAllBytes()).containsExactly(7);
		}
	}

	private static void greet(Socket guest) {
		try (guest) {
			guest.getOutputStream().write(7);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Without waiting for the thread, one in a hundred was still taken. */
	@Test
	void nobodyIsTakenOnceItIsClosed() throws Exception {
		Queue<Socket> taken = new ConcurrentLinkedQueue<>();
		int port = Ports.free();
		for (int i = 0; i < 2000; i++) {
			Listener listener = Listener.on(port, taken::add);
			new Socket(InetAddress.getLoopbackAddress(), port).close();
			listener.close();
			assertThatExceptionOfType(ConnectException.class)
				.isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port));
			for (Socket guest = taken.poll(); guest != null; guest = taken.poll()) {
				guest.close();
			}
		}
	}

}
