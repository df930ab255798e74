package dev.onboard.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.onboard.task.activation.ActivationPage;
import dev.onboard.task.person.HistoryLine;
import dev.onboard.task.person.PersonRow;
import dev.onboard.task.person.PersonState;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a person: who they are and how far they have come.
 *
 * @param activation what became of the last link by which they choose their password; not
 * there before there was one, nor in listings
 * @param history oldest first; not there in listings
 */
public record PersonPage(UUID id, String login, String address, String firstName, String lastName,
		@Nullable String contactEmail, @Nullable String role, @Nullable String language, PersonState state,
		List<StepPage> steps, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ActivationPage activation,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HistoryLine> history, Instant createdAt,
		Instant updatedAt) {

	static PersonPage of(PersonRow row, List<StepPage> steps) {
		return new PersonPage(row.id(), row.person().login(), row.person().address(), row.person().firstName(),
				row.person().lastName(), row.person().contactEmail(), row.person().role(), row.person().language(),
				row.state(), steps, null, null, row.createdAt(), row.updatedAt());
	}

	PersonPage with(@Nullable ActivationPage activation, List<HistoryLine> history) {
		return new PersonPage(this.id, this.login, this.address, this.firstName, this.lastName, this.contactEmail,
				this.role, this.language, this.state, this.steps, activation, history, this.createdAt, this.updatedAt);
	}

}
