package dev.onboard.delivery.forgetting;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * How long words about people are kept.
 *
 * @param finished after the last step of a person has ended; a number without a unit is
 * days; empty or 0 for ever; default 365 days
 * @param every how often it is looked for what is older; default 1 h
 * @param batch most people, links or rows that are forgotten between two commits; default
 * 200
 */
@Validated
@ConfigurationProperties("onboard.retention")
public record RetentionSettings(@DurationUnit(ChronoUnit.DAYS) @Nullable Duration finished,
		@DefaultValue("1h") @NotNull Duration every, @DefaultValue("200") @Min(1) @Max(10_000) int batch) {

	/** Anything shorter is a mistake, and what is forgotten does not come back. */
	@AssertTrue(message = "RETENTION_FINISHED must be at least a day, such as 365d, or 0 for ever")
	public boolean isFinishedLongEnough() {
		Duration age = age();
		return age == null || age.compareTo(Duration.ofDays(1)) >= 0;
	}

	@AssertTrue(message = "onboard.retention.every must be at least a second")
	public boolean isEveryLongEnough() {
		return this.every.compareTo(Duration.ofSeconds(1)) >= 0;
	}

	/** Null for ever. */
	@Nullable Duration age() {
		return (this.finished == null || this.finished.isZero()) ? null : this.finished;
	}

}
