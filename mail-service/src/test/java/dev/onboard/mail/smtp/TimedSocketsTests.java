package dev.onboard.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(20)
class TimedSocketsTests {

	private ServerSocket server;

	@BeforeEach
	void listen() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	@Test
	void endWhoeverWaitsForAServerThatSaysNothing() throws IOException {
		try (Socket socket = connect(Duration.ofMillis(300))) {
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read());
		}
	}

	/** Each of its bytes comes in time, and its answer never does. */
	@Test
	void endWhoeverListensToAServerThatNeverComesToTheEnd() throws IOException {
		try (Socket socket = connect(Duration.ofMillis(300)); Socket slow = this.server.accept()) {
			socket.setSoTimeout(15_000);
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> {
				while (true) {
					slow.getOutputStream().write('.');
					assertThat(socket.getInputStream().read()).isEqualTo('.');
				}
			});
		}
	}

	@Test
	void leaveAloneWhoeverIsInTime() throws IOException {
		try (Socket socket = connect(Duration.ofSeconds(15)); Socket prompt = this.server.accept()) {
			prompt.getOutputStream().write('.');
			assertThat(socket.getInputStream().read()).isEqualTo('.');
		}
	}

	private Socket connect(Duration limit) throws IOException {
		Socket socket = new TimedSockets(limit).createSocket();
		socket.connect(this.server.getLocalSocketAddress());
		return socket;
	}

}
