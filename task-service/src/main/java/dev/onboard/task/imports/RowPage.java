package dev.onboard.task.imports;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row of an import.
 *
 * @param line of the file, where the row begins; the header is in line 1
 * @param login as it stands in the file, as all fields; empty if it is missing there
 * @param reason why it is refused; else null
 * @param user the person that it became, that was there before, or that has its login;
 * null if there is none
 */
public record RowPage(int line, RowState state, String login, String firstName, String lastName,
		@Nullable String contactEmail, @Nullable String role, @Nullable String language, @Nullable String reason,
		@Nullable UUID user) {
}
