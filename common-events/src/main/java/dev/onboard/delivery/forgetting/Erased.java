package dev.onboard.delivery.forgetting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who was erased from this schema: an id, a time and a reason are all that is left of
 * them, and it stays.
 */
public class Erased {

	private final JdbcClient jdbc;

	Erased(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is left of a person.
	 *
	 * @param reason in the words of whoever erased them; empty where it is not known
	 */
	public record Tombstone(UUID person, Instant at, String reason) {
	}

	public boolean contains(UUID person) {
		return find(person).isPresent();
	}

	public Optional<Tombstone> find(UUID person) {
		return this.jdbc.sql("select at, reason from erased where person_id = :person")
			.param("person", person)
			.query((row, number) -> new Tombstone(person, Timestamps.required(row, "at"), row.getString("reason")))
			.optional();
	}

	/** Once; a repeat changes nothing. */
	void add(UUID person, String reason) {
		this.jdbc.sql("insert into erased (person_id, reason) values (:person, :reason) on conflict do nothing")
			.param("person", person)
			.param("reason", reason)
			.update();
	}

}
