package dev.onboard.task.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.task.NewPerson;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is there already.
 *
 * @param asked the login by which they were found; once it may have been theirs only
 */
record Known(UUID id, String asked, NewPerson person) {

	static Known read(ResultSet row, int index) throws SQLException {
		return new Known(row.getObject("id", UUID.class), row.getString("asked"),
				new NewPerson(row.getString("login"), row.getString("first_name"), row.getString("last_name"),
						row.getString("contact_email"), row.getString("role"), row.getString("language")));
	}

	/** About a row with their login. */
	Verdict verdict(NewPerson wanted, String defaultLanguage) {
		String language = Objects.requireNonNullElse(wanted.language(), defaultLanguage);
		String others = Stream.of(other("login", this.person.login(), wanted.login()),
				other("firstName", this.person.firstName(), wanted.firstName()),
				other("lastName", this.person.lastName(), wanted.lastName()),
				other("contactEmail", this.person.contactEmail(), wanted.contactEmail()),
				other("role", this.person.role(), wanted.role()), other("language", this.person.language(), language))
			.filter((field) -> !field.isEmpty())
			.collect(Collectors.joining(", "));
		return others.isEmpty() ? new Verdict(RowState.ALREADY_THERE, null, this.id) : new Verdict(RowState.REFUSED,
				"login is taken by /users/" + this.id + ", who has another " + others, this.id);
	}

	private static String other(String field, @Nullable String theirs, @Nullable String wanted) {
		return Objects.equals(theirs, wanted) ? "" : field;
	}

}
