package dev.onboard.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports come repeated, late and in any order. */
class ProgressIntegrationTests {

	private final Progress progress = new Progress(WebDatabase.client());

	private final Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null,
			null, null);

	@Test
	void nothingIsKnownOfAStranger() {
		assertThat(this.progress.of(UUID.randomUUID())).isEqualTo(new Progress.State(0, Map.of()));
	}

	@Test
	void eachSystemHasItsResult() {
		note(TargetSystem.MAIL, StepResult.SKIPPED, 3, 1);
		note(TargetSystem.REDMINE, StepResult.ADDED, 1, 2);
		assertThat(known()).isEqualTo(new Progress.State(2,
				Map.of(TargetSystem.MAIL, StepResult.SKIPPED, TargetSystem.REDMINE, StepResult.ADDED)));
	}

	@Test
	void aRepeatChangesNothing() {
		note(TargetSystem.REDMINE, StepResult.FAILED, 1, 2);
		note(TargetSystem.REDMINE, StepResult.FAILED, 1, 2);
		assertThat(known()).isEqualTo(redmine(1, StepResult.FAILED));
	}

	@Test
	void aNewerGenerationCounts() {
		note(TargetSystem.REDMINE, StepResult.FAILED, 1, 30);
		note(TargetSystem.REDMINE, StepResult.SKIPPED, 2, 1);
		assertThat(known()).isEqualTo(redmine(2, StepResult.SKIPPED));
	}

	@Test
	void anOlderOneDoesNot() {
		note(TargetSystem.REDMINE, StepResult.SKIPPED, 2, 1);
		note(TargetSystem.REDMINE, StepResult.FAILED, 1, 30);
		assertThat(known()).isEqualTo(redmine(1, StepResult.SKIPPED));
	}

	/** Else the older result in between would count as newer than what it repeats. */
	@Test
	void theSameResultOfANewerGenerationIsNoChangeButCounts() {
		note(TargetSystem.REDMINE, StepResult.FAILED, 1, 1);
		note(TargetSystem.REDMINE, StepResult.FAILED, 3, 1);
		note(TargetSystem.REDMINE, StepResult.SKIPPED, 2, 1);
		assertThat(known()).isEqualTo(redmine(1, StepResult.FAILED));
	}

	@Test
	void addedIsFinal() {
		note(TargetSystem.REDMINE, StepResult.FAILED, 2, 1);
		note(TargetSystem.REDMINE, StepResult.ADDED, 1, 3);
		note(TargetSystem.REDMINE, StepResult.FAILED, 3, 1);
		assertThat(known()).isEqualTo(redmine(2, StepResult.ADDED));
	}

	private void note(TargetSystem system, StepResult result, int generation, int attempt) {
		this.progress.note(new StepReport(system, result, this.alice, new Attempt(generation, attempt), "",
				Instant.EPOCH, null, List.of()));
	}

	private Progress.State known() {
		return this.progress.of(this.alice.id());
	}

	private static Progress.State redmine(int version, StepResult result) {
		return new Progress.State(version, Map.of(TargetSystem.REDMINE, result));
	}

}
