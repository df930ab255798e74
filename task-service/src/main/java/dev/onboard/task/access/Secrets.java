package dev.onboard.task.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import org.apache.commons.codec.digest.DigestUtils;

/** What a token is made of; only its SHA-256 is kept. */
final class Secrets {

	/** By this whoever finds one, a scanner for instance, knows what it is. */
	private static final String PREFIX = "onboard_";

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Secrets() {
	}

	static String fresh() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** SHA-256 in hex; no salt is needed, for nobody can try all secrets. */
	static String hash(String secret) {
		return DigestUtils.sha256Hex(secret);
	}

	/** Takes as long wherever they differ. */
	static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
