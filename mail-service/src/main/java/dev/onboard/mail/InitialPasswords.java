package dev.onboard.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.onboard.events.Person;

import org.springframework.stereotype.Component;

/**
 * The password that a mailbox is created with: HMAC-SHA-256 of person and generation
 * under our key. It is never stored and never shown; that it opens a mailbox proves that
 * the mailbox is ours.
 */
@Component
public class InitialPasswords {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	public InitialPasswords(MailSettings settings) {
		this.key = new SecretKeySpec(settings.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/** 43 characters of URL-safe Base64. */
	public String of(Person person, int generation) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			byte[] code = mac.doFinal((person.id() + "/mailbox/" + generation).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + ALGORITHM, ex);
		}
	}

}
