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

	private static final int TRANSIENT = 1;

	private static final int PERSISTENT = 2;

	private final BrokerTraffic traffic = new BrokerTraffic();

	private final AtomicInteger resets = new AtomicInteger();

	@Test
	void whatWaitsForAMomentIsNotLostWithTheConnection() throws IOException {
		Line first = new Line();
		armAgainAndAgain(first);
		first.publish(2, PERSISTENT);
		first.confirm(2);
		assertThatExceptionOfType(IOException.class).isThrownBy(first::pass);
		assertThat(this.resets).hasValue(1);
		Line second = new Line();
		second.publish(1, PERSISTENT);
		second.confirm(1);
		second.broker.close();
		assertThatExceptionOfType(IOException.class).isThrownBy(second::pass);
		assertThat(this.resets).hasValue(2);
	}

	@Test
	void whatIsNotMeantToLastIsNoMoment() throws IOException {
		Line line = new Line();
		armAgainAndAgain(line);
		line.publish(2, TRANSIENT);
		line.confirm(2);
		line.broker.close();
		assertThatExceptionOfType(IOException.class).isThrownBy(line::pass);
		assertThat(this.resets).hasValue(0);
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

		/** So many messages, each with a type of content and a header besides. */
		void publish(int times, int deliveryMode) throws IOException {
			ByteBuffer frames = ByteBuffer.allocate(8 + 54 * times).put(new byte[8]);
			for (int message = 0; message < times; message++) {
				frames.put((byte) 1).putShort((short) 1).putInt(4);
				frames.putShort((short) 60).putShort((short) 40).put((byte) 0xCE);
				frames.put((byte) 2).putShort((short) 1).putInt(26).putShort((short) 60).putShort((short) 0);
				frames.putLong(0).putShort((short) (1 << 15 | 1 << 13 | 1 << 12)).put((byte) 1).put((byte) 'j');
				frames.putInt(4).put(new byte[] { 1, 'h', 't', 1 }).put((byte) deliveryMode).put((byte) 0);
				frames.put((byte) 0xCE);
			}
			try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
					Socket service = new Socket(door.getInetAddress(), door.getLocalPort());
					Socket client = door.accept()) {
				service.getOutputStream().write(frames.array(), 0, frames.position());
				service.close();
				assertThatExceptionOfType(IOException.class)
					.isThrownBy(() -> BrokerTrafficTests.this.traffic.requests(client, this.toBroker, new Valve()));
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
