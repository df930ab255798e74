package dev.onboard.mail.activation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import dev.onboard.mail.MailSettings;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

import org.springframework.stereotype.Component;

/**
 * The secrets of our own links: HMAC-SHA-256 of person and issue, under a key that is
 * derived from ours for this alone. They are never stored, only their hashes, and a
 * repeat makes the same again.
 */
@Component
class LinkSecrets {

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
		return DigestUtils.sha256Hex(secret);
	}

	private static byte[] hmac(byte[] key, String text) {
		return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(text);
	}

}
