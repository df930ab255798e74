package dev.onboard.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A row of the table {@code person}.
 *
 * @param number grows with every person
 * @param page without steps
 */
record PersonRow(long number, PersonPage page) {

	static PersonRow read(ResultSet row, int index) throws SQLException {
		return new PersonRow(row.getLong("number"),
				new PersonPage(row.getObject("id", UUID.class), row.getString("login"), row.getString("address"),
						row.getString("first_name"), row.getString("last_name"), row.getString("contact_email"),
						PersonState.valueOf(row.getString("state")), List.of(),
						row.getObject("created_at", OffsetDateTime.class).toInstant(),
						row.getObject("updated_at", OffsetDateTime.class).toInstant()));
	}

	PersonPage with(List<StepRow> steps) {
		return this.page
			.with(steps.stream().map(StepRow::page).sorted(Comparator.comparing(StepPage::system)).toList());
	}

}
