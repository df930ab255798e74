package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.UUID;

import dev.onboard.delivery.forgetting.Perishable;
import dev.onboard.delivery.forgetting.PersonalData;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The words in the ledger. That an effect was done, and with which attempt, is never
 * forgotten: a late repeat would do it again. What it left behind is forgotten only with
 * the person, for it proves whose the mailbox is.
 */
final class LedgerWords implements PersonalData, Perishable {

	private static final String FORGET = """
			update effect set detail = '', choices = '[]', evidence = null where person_id = :person
			""";

	/** Materialized, for a subquery may be carried out again and exceed the limit. */
	private static final String FORGET_OLD = """
			with old as materialized (
			  select e.person_id, e.effect from effect e
			   where e.detail <> '' and e.state in ('ADDED', 'SKIPPED')
			     and e.updated_at < now() - :seconds * interval '1 s'
			     and not exists (select from unfinished_effect u where u.person_id = e.person_id)
			     and not exists (select from effect o
			                      where o.person_id = e.person_id and o.updated_at >= now() - :seconds * interval '1 s')
			   limit :limit for update skip locked)
			update effect e set detail = '' from old where e.person_id = old.person_id and e.effect = old.effect
			""";

	private final JdbcClient jdbc;

	LedgerWords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void forget(UUID person) {
		this.jdbc.sql(FORGET).param("person", person).update();
	}

	@Override
	public int forget(Duration age, int limit) {
		return this.jdbc.sql(FORGET_OLD).param("seconds", age.toSeconds()).param("limit", limit).update();
	}

	@Override
	public String toString() {
		return "details of effects";
	}

}
