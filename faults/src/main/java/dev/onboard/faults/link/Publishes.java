package dev.onboard.faults.link;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is published on one connection and not confirmed yet, as far as it is meant to
 * outlive the broker (delivery mode 2). Thread-safe.
 */
final class Publishes {

	private static final int HEADER = 2;

	private static final int OPEN_CHANNEL = 20 << 16 | 10;

	private static final int PUBLISH = 60 << 16 | 40;

	/** Of a header frame: type, channel, size, class, weight, size of the body. */
	private static final int FLAGS = 7 + 2 + 2 + 8;

	private static final int CONTENT_TYPE = 1 << 15;

	private static final int CONTENT_ENCODING = 1 << 14;

	private static final int HEADERS = 1 << 13;

	private static final int DELIVERY_MODE = 1 << 12;

	private static final int PERSISTENT = 2;

	private final Map<Short, Channel> channels = new HashMap<>();

	private static final class Channel {

		private long published;

		private final TreeSet<Long> lasting = new TreeSet<>();

	}

	/** A frame that the client sends. */
	synchronized void request(byte[] frame) {
		if (Frames.method(frame) == OPEN_CHANNEL) {
			this.channels.put(channel(frame), new Channel());
		}
		else if (Frames.method(frame) == PUBLISH) {
			of(frame).published++;
		}
		else if (frame[0] == HEADER && isPersistent(frame)) {
			of(frame).lasting.add(of(frame).published);
		}
	}

	/** Whether a confirm of the broker is of something that is meant to last. */
	synchronized boolean confirms(byte[] ack) {
		ByteBuffer arguments = ByteBuffer.wrap(ack, Frames.HEADER + 4, 9);
		long tag = arguments.getLong();
		TreeSet<Long> lasting = of(ack).lasting;
		return (arguments.get() & 1) == 0 ? lasting.remove(tag) : lasting.removeIf((sent) -> sent <= tag);
	}

	private Channel of(byte[] frame) {
		return this.channels.computeIfAbsent(channel(frame), (number) -> new Channel());
	}

	private static short channel(byte[] frame) {
		return ByteBuffer.wrap(frame, 1, 2).getShort();
	}

	private static boolean isPersistent(byte[] frame) {
		ByteBuffer properties = ByteBuffer.wrap(frame, FLAGS, frame.length - FLAGS);
		int flags = properties.getShort() & 0xFFFF;
		for (int text : new int[] { CONTENT_TYPE, CONTENT_ENCODING }) {
			if ((flags & text) != 0) {
				skip(properties, properties.get() & 0xFF);
			}
		}
		if ((flags & HEADERS) != 0) {
			skip(properties, properties.getInt());
		}
		return (flags & DELIVERY_MODE) != 0 && properties.get() == PERSISTENT;
	}

	private static void skip(ByteBuffer properties, int bytes) {
		properties.position(properties.position() + bytes);
	}

}
