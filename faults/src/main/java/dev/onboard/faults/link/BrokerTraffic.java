package dev.onboard.faults.link;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** AMQP 0-9-1, with actions that are waiting for their moment. */
final class BrokerTraffic implements Traffic {

	/** {@code basic.ack}, which a client and the broker say for different things. */
	private static final int ACK = 60 << 16 | 80;

	private final Map<BrokerLink.Moment, Runnable> next = new EnumMap<>(BrokerLink.Moment.class);

	void onNext(BrokerLink.Moment moment, Runnable action) {
		synchronized (this.next) {
			this.next.put(moment, action);
		}
	}

	@Override
	public void requests(Socket client, Socket server, Valve valve) throws IOException, InterruptedException {
		Frames frames = new Frames(client);
		OutputStream out = new BufferedOutputStream(server.getOutputStream(), 65_536);
		out.write(frames.protocolHeader());
		out.flush();
		while (true) {
			byte[] frame = frames.next();
			Runnable action = (Frames.method(frame) == ACK) ? take(BrokerLink.Moment.BEFORE_ACK) : null;
			if (action != null) {
				out.flush();
				action.run();
				if (frames.isGone()) {
					return;
				}
			}
			pass(frame, frames, out, valve);
		}
	}

	@Override
	public void answers(Socket server, Socket client, Valve valve) throws IOException, InterruptedException {
		Frames frames = new Frames(server);
		OutputStream out = new BufferedOutputStream(client.getOutputStream(), 65_536);
		while (true) {
			byte[] frame = frames.next();
			boolean confirms = Frames.method(frame) == ACK;
			Runnable before = confirms ? take(BrokerLink.Moment.BEFORE_CONFIRM) : null;
			if (before != null) {
				out.flush();
				before.run();
			}
			pass(frame, frames, out, valve);
			Runnable after = confirms ? take(BrokerLink.Moment.AFTER_CONFIRM) : null;
			if (after != null) {
				out.flush();
				after.run();
			}
		}
	}

	private static void pass(byte[] frame, Frames frames, OutputStream out, Valve valve)
			throws IOException, InterruptedException {
		valve.pass();
		out.write(frame);
		if (!frames.hasMore()) {
			out.flush();
		}
	}

	private @Nullable Runnable take(BrokerLink.Moment moment) {
		synchronized (this.next) {
			return this.next.remove(moment);
		}
	}

}
