package dev.onboard.delivery.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.TargetEvent;
import dev.onboard.events.UserErase;

/**
 * The same said again has the same id: UUIDv5 (RFC 9562). Of an event about a person in
 * the namespace of the person, of type, generation and attempt; about a target of type
 * and time; of a parked message by queue and body.
 */
final class MessageIds {

	private MessageIds() {
	}

	static UUID of(Event event) {
		if (event instanceof PersonEvent said) {
			return ofPerson(said.person().id(), said, said.attempt());
		}
		if (event instanceof UserErase erase) {
			return ofPerson(erase.personId(), erase, erase.attempt());
		}
		TargetEvent said = (TargetEvent) event;
		return version5(namespace(said.system().wireName()), said.type() + "/" + said.at());
	}

	private static UUID ofPerson(UUID person, Event event, Attempt attempt) {
		return version5(person, event.type() + "/" + attempt.generation() + "/" + attempt.number());
	}

	static UUID ofParked(String queue, byte[] body) {
		return version5(namespace(queue), body);
	}

	private static UUID namespace(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

	static UUID version5(UUID namespace, String name) {
		return version5(namespace, name.getBytes(StandardCharsets.UTF_8));
	}

	private static UUID version5(UUID namespace, byte[] name) {
		ByteBuffer input = ByteBuffer.allocate(Long.BYTES * 2)
			.putLong(namespace.getMostSignificantBits())
			.putLong(namespace.getLeastSignificantBits())
			.flip();
		MessageDigest sha1 = sha1();
		sha1.update(input);
		ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
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
