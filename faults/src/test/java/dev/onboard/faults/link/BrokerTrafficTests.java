package dev.onboard.faults.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(20)
class BrokerTrafficTests {

	private final BrokerTraffic traffic = new BrokerTraffic();

	private final AtomicInteger resets = new AtomicInteger();

	@Test
	void whatWaitsForAMomentIsNotLostWithTheConnection() throws IOException {
		Line first = new Line();
		armAgainAndAgain(first);
		first.confirm(2);
		assertThatExceptionOfType(IOException.class).isThrownBy(first::pass);
		assertThat(this.resets).hasValue(1);
		Line second = new Line();
		second.confirm(1);
		second.broker.close();
		assertThatExceptionOfType(IOException.class).isThrownBy(second::pass);
		assertThat(this.resets).hasValue(2);
	}

	private void armAgainAndAgain(Line line) {
		this.traffic.onNext(BrokerLink.Moment.BEFORE_CONFIRM, () -> {
			this.resets.incrementAndGet();
			armAgainAndAgain(line);
			Pair.close(line.toService);
		});
	}

	/** One connection. */
	private final class Line {

		final Socket broker;

		private final Socket toBroker;

		private final Socket toService;

		Line() throws IOException {
			try (ServerSocket door = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
				this.broker = new Socket(door.getInetAddress(), door.getLocalPort());
				this.toBroker = door.accept();
				this.toService = new Socket(door.getInetAddress(), door.getLocalPort());
			}
		}

		/** So many confirms, which arrive together. */
		void confirm(int times) throws IOException {
			ByteBuffer frames = ByteBuffer.allocate(21 * times);
			for (int tag = 1; tag <= times; tag++) {
				frames.put((byte) 1).putShort((short) 1).putInt(13);
				frames.putShort((short) 60).putShort((short) 80).putLong(tag).put((byte) 0).put((byte) 0xCE);
			}
			this.broker.getOutputStream().write(frames.array());
		}

		/** Returns when the line has gone. */
		void pass() throws IOException, InterruptedException {
			BrokerTrafficTests.this.traffic.answers(this.toBroker, this.toService, new Valve());
		}

	}

}
