package dev.onboard.faults.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.onboard.testing.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** A way to a server that says everything back. */
class LinkTests {

	private final BlockingQueue<Integer> ports = new LinkedBlockingQueue<>();

	private Listener server;

	private Link link;

	@BeforeEach
	void open() {
		this.server = Listener.on(0, this::serve);
		this.link = Link.to(this.server.port());
	}

	@AfterEach
	void close() {
		this.link.close();
		this.server.close();
	}

	private void serve(Socket guest) {
		this.ports.add(guest.getPort());
		Thread thread = new Thread(() -> echo(guest));
		thread.setDaemon(true);
		thread.start();
	}

	private static void echo(Socket guest) {
		try (guest) {
			InputStream in = guest.getInputStream();
			for (int next = in.read(); next >= 0; next = in.read()) {
				guest.getOutputStream().write(next);
			}
		}
		catch (IOException ex) {
			// As the test wanted.
		}
	}

	@Test
	void everythingPasses() throws Exception {
		try (Socket socket = connect()) {
			assertThat(said(socket, 7)).isEqualTo(7);
			assertThat(this.link.connections()).isEqualTo(1);
			int port = this.ports.poll(2, TimeUnit.SECONDS);
			assertThat(this.link.isFrom(port)).isTrue();
			assertThat(this.link.isFrom(port + 1)).isFalse();
		}
	}

	@Test
	void anEndIsPassedOn() throws IOException {
		try (Socket socket = connect()) {
			said(socket, 7);
			this.server.close();
			socket.shutdownOutput();
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
	}

	@Test
	void nothingPassesAndNothingIsLostInSilence() throws IOException {
		try (Socket before = connect()) {
			said(before, 7);
			this.link.silence();
			try (Socket meanwhile = connect()) {
				before.getOutputStream().write(8);
				meanwhile.getOutputStream().write(9);
				hearsNothing(before);
				hearsNothing(meanwhile);
				assertThat(this.link.held()).isEqualTo(2);
				this.link.well();
				assertThat(before.getInputStream().read()).isEqualTo(8);
				assertThat(meanwhile.getInputStream().read()).isEqualTo(9);
			}
		}
	}

	private static void hearsNothing(Socket socket) throws IOException {
		socket.setSoTimeout(200);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> socket.getInputStream().read());
		socket.setSoTimeout(5000);
	}

	@Test
	void nobodyListensUntilItIsWellAgain() throws IOException {
		try (Socket before = connect()) {
			said(before, 7);
			this.link.refuse();
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> before.getInputStream().read());
			assertThatIOException().isThrownBy(this::connect);
			this.link.well();
			try (Socket after = connect()) {
				assertThat(said(after, 8)).isEqualTo(8);
			}
		}
	}

	@Test
	void whoeverIsConnectedIsResetAndMayComeAgain() throws IOException {
		try (Socket before = connect()) {
			said(before, 7);
			this.link.reset();
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> before.getInputStream().read())
				.withMessageContaining("reset");
			try (Socket after = connect()) {
				assertThat(said(after, 8)).isEqualTo(8);
			}
		}
	}

	@Test
	void whoComesWhileTheServerIsAwayIsReset() throws IOException {
		this.server.close();
		try (Socket socket = connect()) {
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read());
		}
	}

	private Socket connect() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.link.port());
		socket.setSoTimeout(5000);
		return socket;
	}

	private static int said(Socket socket, int word) throws IOException {
		socket.getOutputStream().write(word);
		return socket.getInputStream().read();
	}

}
