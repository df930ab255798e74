package dev.onboard.task;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Recognises a request that was made before, by the hash of its key. */
@Component
public class IdempotencyKeys {

	private static final Logger log = LoggerFactory.getLogger(IdempotencyKeys.class);

	private static final String TAKE = """
			insert into idempotency_key as k (key, fingerprint, person_id) values (:key, :fingerprint, :person)
			on conflict (key) do update
			   set fingerprint = excluded.fingerprint, person_id = excluded.person_id, created_at = now()
			 where k.created_at < now() - :kept * interval '1 second'
			""";

	private final JdbcClient jdbc;

	private final long keptSeconds;

	IdempotencyKeys(JdbcClient jdbc, TaskSettings settings) {
		this.jdbc = jdbc;
		this.keptSeconds = settings.idempotencyKeysKept().toSeconds();
	}

	/**
	 * Binds a key to a person, or says whom it is bound to already, who may have been
	 * erased. Waits for a request with the same key that is under way. To be called in
	 * the transaction that adds the person.
	 * @throws IdempotencyKeyReusedException if it is bound to another request
	 */
	Optional<UUID> take(String key, String fingerprint, UUID person) {
		String hash = DigestUtils.sha256Hex(key);
		boolean taken = this.jdbc.sql(TAKE)
			.param("key", hash)
			.param("fingerprint", fingerprint)
			.param("person", person)
			.param("kept", this.keptSeconds)
			.update() == 1;
		if (taken) {
			return Optional.empty();
		}
		return Optional
			.of(this.jdbc.sql("select person_id from idempotency_key where key = :key and fingerprint in (:print, '')")
				.param("key", hash)
				.param("print", fingerprint)
				.query(UUID.class)
				.optional()
				.orElseThrow(() -> new IdempotencyKeyReusedException(key)));
	}

	/** A repeat with a key of this person's is known as such, whatever it says. */
	public void forgetRequests(UUID person) {
		this.jdbc.sql("update idempotency_key set fingerprint = '' where person_id = :person")
			.param("person", person)
			.update();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forgetOld() {
		int forgotten = this.jdbc
			.sql("delete from idempotency_key where created_at < now() - :kept * interval '1 second'")
			.param("kept", this.keptSeconds)
			.update();
		log.debug("Forgot {} idempotency keys", forgotten);
	}

}
