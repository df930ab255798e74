package dev.onboard.faults.link;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** AMQP 0-9-1, with actions that are waiting for their moment. */
final class BrokerTraffic implements Traffic {

	/** {@code basic.ack}, which a client and the broker say for different things. */
	private static final int ACK = 60 << 16 | 80;

	/** Until a service has read what was passed on. */
	private static final int HEARD_MILLIS = 2;

	private final Map<BrokerLink.Moment, Runnable> next = new EnumMap<>(BrokerLink.Moment.class);

	/** By the connection to the broker. */
	private final Map<Socket, Publishes> publishes = new ConcurrentHashMap<>();

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
		Publishes sent = publishes(server);
		while (true) {
			byte[] frame = frames.next();
			sent.request(frame);
			boolean acknowledges = Frames.method(frame) == ACK;
			if (acknowledges && ran(BrokerLink.Moment.BEFORE_ACK, out) && frames.isGone()) {
				return;
			}
			pass(frame, frames, out, valve);
		}
	}

	@Override
	public void answers(Socket server, Socket client, Valve valve) throws IOException, InterruptedException {
		Frames frames = new Frames(server);
		OutputStream out = new BufferedOutputStream(client.getOutputStream(), 65_536);
		Publishes sent = publishes(server);
		while (true) {
			byte[] frame = frames.next();
			boolean confirms = Frames.method(frame) == ACK && sent.confirms(frame);
			if (confirms) {
				ran(BrokerLink.Moment.BEFORE_CONFIRM, out);
			}
			pass(frame, frames, out, valve);
			if (confirms) {
				if (isAwaited(BrokerLink.Moment.AFTER_CONFIRM)) {
					out.flush();
					TimeUnit.MILLISECONDS.sleep(HEARD_MILLIS);
				}
				ran(BrokerLink.Moment.AFTER_CONFIRM, out);
			}
		}
	}

	private Publishes publishes(Socket server) {
		this.publishes.keySet().removeIf(Socket::isClosed);
		return this.publishes.computeIfAbsent(server, (connection) -> new Publishes());
	}

	/**
	 * Runs what waits for this moment, once all that was said before has gone out. On a
	 * connection that has gone meanwhile it is not this moment, and it waits on.
	 */
	private boolean ran(BrokerLink.Moment moment, OutputStream out) throws IOException {
		if (!isAwaited(moment)) {
			return false;
		}
		out.flush();
		Runnable action = take(moment);
		if (action != null) {
			action.run();
		}
		return action != null;
	}

	private boolean isAwaited(BrokerLink.Moment moment) {
		synchronized (this.next) {
			return this.next.containsKey(moment);
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
