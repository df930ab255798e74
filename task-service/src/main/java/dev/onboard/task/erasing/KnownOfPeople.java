package dev.onboard.task.erasing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.onboard.delivery.forgetting.Perishable;
import dev.onboard.delivery.forgetting.PersonalData;
import dev.onboard.task.IdempotencyKeys;
import dev.onboard.task.person.PageChanged;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that is known of people, over all tables of this service. */
@Component
class KnownOfPeople implements PersonalData, Perishable {

	/** Their column that refers to the person is {@code person_id}. */
	private static final List<String> TABLES = List.of("parked", "history", "activation", "login", "step");

	/**
	 * Whoever has old words, found by one look through each table: no index is worth its
	 * price there. The people are locked, so that nobody asks for one of their steps
	 * meanwhile.
	 */
	private static final String FINISHED = """
			select p.id from person p
			 where p.state = 'READY'
			   and p.id in (select s.person_id from step s
			                 where s.detail <> '' and s.updated_at < now() - :seconds * interval '1 s'
			                union all
			                select h.person_id from history h where h.at < now() - :seconds * interval '1 s'
			                union all
			                select a.person_id from activation a
			                 where a.detail <> '' and a.at < now() - :seconds * interval '1 s')
			   and not exists (select from step s
			                    where s.person_id = p.id and s.updated_at >= now() - :seconds * interval '1 s')
			 limit :limit for update of p skip locked
			""";

	/** Rows without words stay where a late report must find that it is no news. */
	private static final List<String> FORGET_WORDS = List.of("update step set detail = '' where person_id in (:people)",
			"delete from history where person_id in (:people) and at < now() - :seconds * interval '1 s'", """
					update activation set detail = ''
					 where person_id in (:people) and at < now() - :seconds * interval '1 s'
					""");

	private final JdbcClient jdbc;

	private final IdempotencyKeys keys;

	private final ApplicationEventPublisher announcements;

	KnownOfPeople(JdbcClient jdbc, IdempotencyKeys keys, ApplicationEventPublisher announcements) {
		this.jdbc = jdbc;
		this.keys = keys;
		this.announcements = announcements;
	}

	@Override
	public void forget(UUID person) {
		TABLES.forEach((table) -> this.jdbc.sql("delete from " + table + " where person_id = :person")
			.param("person", person)
			.update());
		this.jdbc.sql("delete from person where id = :person").param("person", person).update();
		this.keys.forgetRequests(person);
		this.announcements.publishEvent(new PageChanged(person));
	}

	@Override
	public int forget(Duration age, int limit) {
		List<UUID> people = this.jdbc.sql(FINISHED)
			.param("seconds", age.toSeconds())
			.param("limit", limit)
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
		if (!people.isEmpty()) {
			FORGET_WORDS.forEach(
					(sql) -> this.jdbc.sql(sql).param("people", people).param("seconds", age.toSeconds()).update());
		}
		return people.size();
	}

	@Override
	public String toString() {
		return "people's histories and details";
	}

}
