package dev.onboard.task.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import dev.onboard.task.actor.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes, lists and revokes tokens. */
@Component
public class Tokens {

	private static final Logger log = LoggerFactory.getLogger(Tokens.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final KnownTokens known;

	private final Clock clock;

	private final Actor actor;

	Tokens(JdbcClient jdbc, TransactionTemplate transaction, KnownTokens known, Clock clock, Actor actor) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.known = known;
		this.clock = clock;
		this.actor = actor;
	}

	/** All that ever were, newest first. */
	@Transactional(readOnly = true)
	public List<TokenPage> list() {
		return this.jdbc.sql("select * from api_token order by created_at desc, id").query(Tokens::page).list();
	}

	/**
	 * Makes a token.
	 * @throws NameTakenException if a valid one has this name, or it is kept for that of
	 * the settings
	 */
	@Transactional
	public NewToken create(String name, TokenRole role) {
		if (name.equalsIgnoreCase(AdminToken.NAME)) {
			throw new NameTakenException(name);
		}
		String secret = Secrets.fresh();
		NewToken token = new NewToken(UUID.randomUUID(), name, role.wireName(),
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), secret);
		try {
			this.jdbc.sql(
					"insert into api_token (id, name, role, sha256, created_at) values (:id, :name, :role, :hash, :now)")
				.param("id", token.id())
				.param("name", name)
				.param("role", role.name())
				.param("hash", Secrets.hash(secret))
				.param("now", token.createdAt().atOffset(ZoneOffset.UTC))
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new NameTakenException(name);
		}
		log.info("{} made the token {} ({}, {})", this.actor.name(), name, token.role(), token.id());
		return token;
	}

	/**
	 * Whoever has it is refused from now on, elsewhere after 5 s at the latest.
	 * @throws UnknownTokenException if there is no such token, or it is revoked already
	 */
	public void revoke(UUID id) {
		this.transaction.executeWithoutResult((tx) -> {
			int revoked = this.jdbc.sql("update api_token set revoked_at = now() where id = :id and revoked_at is null")
				.param("id", id)
				.update();
			if (revoked == 0) {
				throw new UnknownTokenException(id);
			}
		});
		// Not before it is committed: else it would be read once more as a valid one.
		this.known.forget();
		log.info("{} revoked the token {}", this.actor.name(), id);
	}

	private static TokenPage page(ResultSet row, int number) throws SQLException {
		return new TokenPage(Objects.requireNonNull(row.getObject("id", UUID.class)), row.getString("name"),
				TokenRole.valueOf(row.getString("role")).wireName(), Timestamps.required(row, "created_at"),
				Timestamps.optional(row, "last_used_at"), Timestamps.optional(row, "revoked_at"));
	}

}
