package dev.onboard.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.onboard.events.Person;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The password that a mailbox is created with: HMAC-SHA-256 of person and generation
 * under our key. It is never stored and never shown; that it opens a mailbox proves that
 * the mailbox is ours.
 */
@Component
public class InitialPasswords {

	private static final Logger log = LoggerFactory.getLogger(InitialPasswords.class);

	private final byte[] key;

	public InitialPasswords(MailSettings settings) {
		if (settings.isForDevelopment()) {
			log.warn("MAIL_KEY is the one of docker-compose.yml, which everybody knows");
		}
		this.key = settings.key().getBytes(StandardCharsets.UTF_8);
	}

	/** 43 characters of URL-safe Base64. */
	public String of(Person person, int generation) {
		byte[] code = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, this.key).hmac(person.id() + "/mailbox/" + generation);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
	}

}
