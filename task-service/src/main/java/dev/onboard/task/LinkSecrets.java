package dev.onboard.task;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * The secrets of activation links: HMAC-SHA-256 of person and issue under our key. They
 * are never stored; others are told only their hash.
 */
@Component
class LinkSecrets {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	LinkSecrets(TaskSettings settings) {
		this.key = new SecretKeySpec(settings.activation().key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/** 43 characters of URL-safe Base64. */
	String of(UUID person, int issue) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			byte[] code = mac.doFinal((person + "/activation/" + issue).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + ALGORITHM, ex);
		}
	}

	/** SHA-256 of a secret as it stands in the link, in hex. */
	static String hash(String secret) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
