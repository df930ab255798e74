package dev.onboard.task;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

import org.springframework.stereotype.Component;

/**
 * The secrets of activation links: HMAC-SHA-256 of person and issue under our key. They
 * are never stored; others are told only their hash.
 */
@Component
class LinkSecrets {

	private final byte[] key;

	LinkSecrets(TaskSettings settings) {
		this.key = settings.activation().key().getBytes(StandardCharsets.UTF_8);
	}

	/** 43 characters of URL-safe Base64. */
	String of(UUID person, int issue) {
		byte[] code = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, this.key).hmac(person + "/activation/" + issue);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
	}

	/** SHA-256 of a secret as it stands in the link, in hex. */
	static String hash(String secret) {
		return DigestUtils.sha256Hex(secret);
	}

}
