package dev.onboard.task.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import dev.onboard.events.Person;

/**
 * A row of the table {@code person}.
 *
 * @param number grows with every person
 */
public record PersonRow(long number, Person person, PersonState state, Instant createdAt, Instant updatedAt) {

	static PersonRow read(ResultSet row, int index) throws SQLException {
		return new PersonRow(row.getLong("number"),
				new Person(row.getObject("id", UUID.class), row.getString("login"), row.getString("address"),
						row.getString("first_name"), row.getString("last_name"), row.getString("contact_email"),
						row.getString("role"), row.getString("language")),
				PersonState.valueOf(row.getString("state")), Timestamps.required(row, "created_at"),
				Timestamps.required(row, "updated_at"));
	}

	public UUID id() {
		return this.person.id();
	}

}
