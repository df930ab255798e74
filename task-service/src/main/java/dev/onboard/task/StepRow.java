package dev.onboard.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

import dev.onboard.events.TargetSystem;

/** A row of the table {@code step}. */
record StepRow(UUID person, StepPage page) {

	static StepRow read(ResultSet row, int index) throws SQLException {
		OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
		return new StepRow(row.getObject("person_id", UUID.class),
				new StepPage(TargetSystem.valueOf(row.getString("system")), StepState.valueOf(row.getString("state")),
						row.getInt("attempts"), row.getString("detail"), (next != null) ? next.toInstant() : null,
						row.getObject("updated_at", OffsetDateTime.class).toInstant()));
	}

}
