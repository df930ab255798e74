package dev.onboard.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * {@code user.<system>.<result>}: what became of a step. {@code user.mail.added} is also
 * the order "added to mail, add to Redmine".
 *
 * @param detail in words fit for the person's page
 * @param at when it was found out
 * @param nextAttemptAt only with {@link StepResult#RETRYING}
 * @param choices only with {@link StepResult#FAILED}: what would resolve a conflict;
 * empty where it is none
 */
public record StepReport(TargetSystem system, StepResult result, Person person, Attempt attempt, String detail,
		Instant at, @Nullable Instant nextAttemptAt,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choice> choices) implements PersonEvent {

	public StepReport {
		Objects.requireNonNull(system, "system is missing");
		Objects.requireNonNull(result, "result is missing");
		Objects.requireNonNull(person, "person is missing");
		Objects.requireNonNull(attempt, "attempt is missing");
		Objects.requireNonNull(detail, "detail is missing");
		Objects.requireNonNull(at, "at is missing");
		choices = (choices != null) ? List.copyOf(choices) : List.of();
	}

	@Override
	public String type() {
		return type(this.system, this.result);
	}

	public static String type(TargetSystem system, StepResult result) {
		return "user." + system.wireName() + "." + result.wireName();
	}

}
