package dev.onboard.mail.activation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.onboard.mail.MailSettings;

import org.springframework.stereotype.Component;

/**
 * The secrets of our own links: HMAC-SHA-256 of person and issue, under a key that is
 * derived from ours for this alone. They are never stored, only their hashes, and a
 * repeat makes the same again.
 */
@Component
class LinkSecrets {

	private static final String ALGORITHM = "HmacSHA256";

	private final byte[] key;

	LinkSecrets(MailSettings settings) {
		this.key = hmac(settings.key().getBytes(StandardCharsets.UTF_8), "activation-links");
	}

	/** 43 characters of URL-safe Base64. */
	String of(UUID person, int issue) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(this.key, person + "/" + issue));
	}

	/**
	 * SHA-256 in hex of a secret as it stands in the link; of anything else, too.
	 */
	static String hash(String secret) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + ALGORITHM, ex);
		}
	}

}
