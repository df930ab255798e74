package dev.onboard.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What the task-service tells of a person. */
record PersonPage(UUID id, String login, String address, String state, List<Step> steps, Instant createdAt,
		@Nullable Activation activation) {

	boolean isReady() {
		return this.state.equals("READY");
	}

	Step step(String system) {
		return this.steps.stream().filter((step) -> step.system().equals(system)).findFirst().orElseThrow();
	}

	/** How far the hand-over of the mailbox is. */
	record Activation(String state) {
	}

	/** Something that would resolve a conflict. */
	record Choice(String decision, @Nullable String suggestion) {
	}

	record Step(String system, String state, int attempts, String detail, @Nullable Instant nextAttemptAt,
			Instant updatedAt, @Nullable List<Choice> choices) {

		boolean isDone() {
			return this.state.equals("DONE");
		}

		boolean isRetrying() {
			return this.state.equals("RETRYING");
		}

		/** Between the attempt that failed and the next one. */
		@Nullable Duration pause() {
			return (this.nextAttemptAt != null) ? Duration.between(this.updatedAt, this.nextAttemptAt) : null;
		}

	}

}
