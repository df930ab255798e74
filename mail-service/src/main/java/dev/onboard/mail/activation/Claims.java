package dev.onboard.mail.activation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.events.Person;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who uses a link. It is taken in hand before the mail server is called, and is used up
 * after it; a claim that a crash leaves behind ends by itself. Time is the database's.
 */
@Component
class Claims {

	/** Longer than two calls to the mail server can last. */
	static final Duration LEASE = Duration.ofSeconds(30);

	private static final String FIND = """
			select person, issue from activation
			 where link_hash = :hash and state = 'ISSUED' and expires_at > now()
			""";

	private static final String CLAIM = """
			update activation set claim = :claim, claimed_until = now() + :millis * interval '1 ms'
			 where link_hash = :hash and state = 'ISSUED' and expires_at > now()
			   and (claimed_until is null or claimed_until <= now())
			returning person, issue
			""";

	private static final String USED = """
			update activation set state = 'USED', used_at = now(), claim = null, claimed_until = null
			 where claim = :claim and state <> 'USED'
			""";

	private final JdbcClient jdbc;

	Claims(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Empty for a link that does not work, whyever: the database does the same for all.
	 */
	Optional<Link> find(String hash) {
		return this.jdbc.sql(FIND).param("hash", hash).query(Claims::read).optional();
	}

	/**
	 * Takes a link in hand; empty if it does not work, or somebody else has it in hand.
	 */
	Optional<Link> claim(String hash, UUID claim) {
		return this.jdbc.sql(CLAIM)
			.param("hash", hash)
			.param("claim", claim)
			.param("millis", LEASE.toMillis())
			.query(Claims::read)
			.optional();
	}

	/** Gives it back unused. */
	void release(UUID claim) {
		this.jdbc.sql("update activation set claim = null, claimed_until = null where claim = :claim")
			.param("claim", claim)
			.update();
	}

	/** Even if it was revoked meanwhile: a password was chosen with it. */
	void used(UUID claim) {
		this.jdbc.sql(USED).param("claim", claim).update();
	}

	private static Link read(ResultSet row, int number) throws SQLException {
		return new Link(JsonMapper.shared().readValue(row.getString("person"), Person.class), row.getInt("issue"));
	}

}
