package dev.onboard.faults.world;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the task-service tells of a person. */
public record Page(UUID id, String login, String state, List<Step> steps, Instant createdAt) {

	public record Step(String system, String state, int attempts, String detail, Instant updatedAt) {

		/** Whether it is done, or left out; what failed has not ended. */
		public boolean hasEnded() {
			return this.state.equals("DONE") || this.state.equals("SKIPPED");
		}

	}

	public boolean isReady() {
		return this.state.equals("READY");
	}

	public boolean needsAttention() {
		return this.state.equals("NEEDS_ATTENTION");
	}

	public boolean hasEnded() {
		return isReady() || needsAttention();
	}

	public Step step(String system) {
		return this.steps.stream().filter((step) -> step.system().equals(system)).findFirst().orElseThrow();
	}

}
