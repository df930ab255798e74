package dev.onboard.delivery.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import dev.onboard.events.Event;

/**
 * A step executed again says the same id, another attempt says another: UUIDv5 (RFC 9562)
 * in the namespace of the person, of type, generation and attempt.
 */
final class MessageIds {

	private MessageIds() {
	}

	static UUID of(Event event) {
		return version5(event.person().id(),
				event.type() + "/" + event.attempt().generation() + "/" + event.attempt().number());
	}

	static UUID version5(UUID namespace, String name) {
		ByteBuffer input = ByteBuffer.allocate(Long.BYTES * 2)
			.putLong(namespace.getMostSignificantBits())
			.putLong(namespace.getLeastSignificantBits())
			.flip();
		MessageDigest sha1 = sha1();
		sha1.update(input);
		ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
		long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
		long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
		return new UUID(high, low);
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-1", ex);
		}
	}

}
