package dev.onboard.task.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.onboard.delivery.Timestamps;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Instruction;
import dev.onboard.events.StepReport;
import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of the table {@code step}.
 *
 * @param generation raised each time the step is asked for anew
 * @param attempts made so far in this generation
 * @param choices what would resolve a conflict; empty unless it is FAILED
 * @param instruction what was decided by hand and not yet carried out
 * @param passed whether it has ever let on those that come after it
 */
public record StepRow(UUID person, TargetSystem system, StepState state, int generation, int attempts, String detail,
		@Nullable Instant nextAttemptAt, Instant updatedAt, List<Choice> choices, @Nullable Instruction instruction,
		boolean passed) {

	private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {
	};

	static StepRow read(ResultSet row, int index) throws SQLException {
		String decision = row.getString("decision");
		return new StepRow(row.getObject("person_id", UUID.class), TargetSystem.valueOf(row.getString("system")),
				StepState.valueOf(row.getString("state")), row.getInt("generation"), row.getInt("attempts"),
				row.getString("detail"), Timestamps.optional(row, "next_attempt_at"),
				Timestamps.required(row, "updated_at"),
				JsonMapper.shared().readValue(row.getString("choices"), CHOICES),
				(decision != null) ? new Instruction(Decision.valueOf(decision), row.getString("reason")) : null,
				row.getBoolean("passed"));
	}

	/**
	 * DONE is final; of the rest an older attempt, or the same again, says nothing new.
	 */
	public boolean isNews(StepReport report) {
		StepState reported = StepState.after(report.result());
		if (this.state == StepState.DONE || reported == StepState.DONE) {
			return this.state != StepState.DONE;
		}
		int generation = report.attempt().generation();
		int attempt = report.attempt().number();
		if (generation == this.generation && attempt == this.attempts) {
			return reported != this.state;
		}
		return generation > this.generation || (generation == this.generation && attempt > this.attempts);
	}

	/** Whether people who are next in turn wait for the target, should it be paused. */
	public boolean waitsForTarget() {
		return this.state == StepState.PENDING || this.state == StepState.RETRYING;
	}

	boolean instructed(Decision decision) {
		return this.instruction != null && this.instruction.decision() == decision;
	}

	boolean offers(Decision decision) {
		return this.choices.stream().anyMatch((choice) -> choice.decision() == decision);
	}

}
