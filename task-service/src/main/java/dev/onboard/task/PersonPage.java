package dev.onboard.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What anybody may know of a person: who they are and how far they have come. */
public record PersonPage(UUID id, String login, String address, String firstName, String lastName,
		@Nullable String contactEmail, PersonState state, List<StepPage> steps, Instant createdAt, Instant updatedAt) {

	PersonPage with(List<StepPage> steps) {
		return new PersonPage(this.id, this.login, this.address, this.firstName, this.lastName, this.contactEmail,
				this.state, steps, this.createdAt, this.updatedAt);
	}

}
