package dev.onboard.mail.james;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.onboard.delivery.forgetting.Perishable;
import dev.onboard.delivery.forgetting.PersonalData;
import dev.onboard.events.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries in the database. Not to be noted in a transaction that can still be undone. */
@Component
class NotedTries implements Tries, PersonalData, Perishable {

	private static final String NOTE = """
			insert into mailbox_try (person_id, address) values (:person, :address)
			on conflict (person_id, address) do update set tried_at = now()
			""";

	/** Materialized, for a subquery may be carried out again and exceed the limit. */
	private static final String FORGET_OLD = """
			with old as materialized (
			  select t.person_id, t.address from mailbox_try t
			   where t.tried_at < now() - :seconds * interval '1 s'
			     and not exists (select from unfinished_effect u where u.person_id = t.person_id)
			   limit :limit for update skip locked)
			delete from mailbox_try t using old where t.person_id = old.person_id and t.address = old.address
			""";

	private final JdbcClient jdbc;

	NotedTries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void note(Person person, String address) {
		this.jdbc.sql(NOTE).param("person", person.id()).param("address", address).update();
	}

	@Override
	public void refused(Person person, String address) {
		this.jdbc.sql("delete from mailbox_try where person_id = :person and address = :address")
			.param("person", person.id())
			.param("address", address)
			.update();
	}

	@Override
	public List<String> others(Person person) {
		return this.jdbc.sql("""
				select address from mailbox_try where person_id = :person and address <> :address
				 order by tried_at, address
				""").param("person", person.id()).param("address", person.address()).query(NotedTries::address).list();
	}

	private static String address(ResultSet row, int number) throws SQLException {
		return row.getString("address");
	}

	@Override
	public void forget(UUID person) {
		this.jdbc.sql("delete from mailbox_try where person_id = :person").param("person", person).update();
	}

	@Override
	public int forget(Duration age, int limit) {
		return this.jdbc.sql(FORGET_OLD).param("seconds", age.toSeconds()).param("limit", limit).update();
	}

	@Override
	public String toString() {
		return "addresses that were tried";
	}

}
