package dev.onboard.mail.activation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import dev.onboard.delivery.Timestamps;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One row per person and issue of a link. A newer issue voids the older ones, and what is
 * asked of an older one than the newest known changes nothing.
 */
@Component
class Links {

	private static final String IN_TURN = "select pg_advisory_xact_lock(hashtextextended(:person, 0))";

	private static final String VOID = """
			update activation set state = 'REVOKED'
			 where person_id = :person and issue <= :last and state = 'ISSUED'
			returning coalesce(claimed_until > now(), false)
			""";

	private static final String OPEN = """
			insert into activation as a (person_id, issue, person, link_hash, state, expires_at)
			select :person, :issue, :json::jsonb, :hash, 'ISSUED', :expiresAt
			 where not exists (select from activation where person_id = :person and issue > :issue)
			on conflict (person_id, issue) do update
			   set person = excluded.person, link_hash = excluded.link_hash, expires_at = excluded.expires_at
			 where a.state = 'ISSUED' and (a.link_hash = excluded.link_hash or not :given)
			""";

	private static final String WORKS = """
			select exists (select from activation where person_id = :person and issue = :issue and state = 'ISSUED')
			""";

	private static final String REVOKE = """
			insert into activation as a (person_id, issue, person, state)
			select :person, :issue, :json::jsonb, 'REVOKED'
			 where not exists (select from activation where person_id = :person and issue > :issue)
			on conflict (person_id, issue) do update set state = a.state where a.state = 'REVOKED'
			""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Links(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** What became of a link that was to be opened. */
	enum Opening {

		/** It works until its time is over. */
		OPEN,
		/** It was used or revoked, or there is a newer one. */
		OVER,
		/** This issue may be with somebody under another secret. */
		OTHER_SECRET

	}

	/**
	 * Lets a link work, and none of the issues before it; or, if it does already, longer.
	 * @param given whether somebody may have been given this issue already, so that its
	 * secret must be the same
	 */
	Opening open(Link link, String hash, Instant expiresAt, boolean given) {
		return inTurn(link, () -> {
			voidUpTo(link.issue() - 1, link.person().id());
			boolean open = row(OPEN, link).param("json", json(link))
				.param("hash", hash)
				.param("expiresAt", Timestamps.utc(expiresAt))
				.param("given", given)
				.update() == 1;
			if (open) {
				return Opening.OPEN;
			}
			return row(WORKS, link).query(Boolean.class).single() ? Opening.OTHER_SECRET : Opening.OVER;
		});
	}

	/** What became of an order to revoke. */
	enum Revoking {

		/** No link works. */
		DONE,
		/** No link works, but one of them was just being used. */
		WHILE_USED,
		/** There is a newer one, which is not affected. */
		OUTDATED

	}

	/** Lets no link work up to this issue. */
	Revoking revoke(Link last) {
		return inTurn(last, () -> {
			boolean used = voidUpTo(last.issue(), last.person().id());
			if (row(REVOKE, last).param("json", json(last)).update() == 0) {
				return Revoking.OUTDATED;
			}
			return used ? Revoking.WHILE_USED : Revoking.DONE;
		});
	}

	/** Returns whether one of them was just being used. */
	private boolean voidUpTo(int issue, UUID person) {
		return this.jdbc.sql(VOID)
			.param("person", person)
			.param("last", issue)
			.query(Boolean.class)
			.list()
			.contains(true);
	}

	private JdbcClient.StatementSpec row(String sql, Link link) {
		return this.jdbc.sql(sql).param("person", link.person().id()).param("issue", link.issue());
	}

	private static String json(Link link) {
		return JsonMapper.shared().writeValueAsString(link.person());
	}

	private <T> T inTurn(Link link, Supplier<T> change) {
		return Objects.requireNonNull(this.transaction.execute((tx) -> {
			this.jdbc.sql(IN_TURN).param("person", link.person().id().toString()).query((row, number) -> number).list();
			return change.get();
		}));
	}

}
