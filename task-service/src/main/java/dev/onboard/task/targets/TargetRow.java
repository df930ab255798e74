package dev.onboard.task.targets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

import dev.onboard.delivery.Timestamps;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code reported_target}.
 *
 * @param reason why it was paused last, empty if it never was
 * @param since when it was paused or resumed last
 * @param until when it wants to be asked again, null if it did not say
 * @param at when it was so, null before anything was heard
 * @param alerted since when the pause is that was alerted last, null for none
 */
public record TargetRow(TargetSystem system, boolean paused, String reason, @Nullable Instant since,
		@Nullable Instant until, int waiting, int consumers, @Nullable Instant lastSuccessAt, @Nullable Instant at,
		@Nullable Instant alerted) {

	static TargetRow read(ResultSet row, int index) throws SQLException {
		return new TargetRow(TargetSystem.valueOf(row.getString("system")), row.getBoolean("paused"),
				row.getString("reason"), Timestamps.optional(row, "since"), Timestamps.optional(row, "until"),
				row.getInt("waiting"), row.getInt("consumers"), Timestamps.optional(row, "last_success_at"),
				Timestamps.optional(row, "at"), Timestamps.optional(row, "alerted"));
	}

	static TargetRow unknown(TargetSystem system) {
		return new TargetRow(system, false, "", null, null, 0, 0, null, null, null);
	}

	/** As a report says; an alert, if one is due, counts as made. */
	TargetRow after(TargetReport report) {
		Instant alerted = needsAlert(report) ? began(report) : this.alerted;
		return new TargetRow(this.system, report.paused(), report.reason(), report.since(), report.until(),
				report.waiting(), report.consumers(), report.lastSuccessAt(), report.at(), alerted);
	}

	boolean isNews(TargetReport report) {
		return this.at == null || report.at().isAfter(this.at);
	}

	/** Whether it reports a pause that nobody asked for and nobody was alerted about. */
	boolean needsAlert(TargetReport report) {
		return report.paused() && report.until() == null && !began(report).equals(this.alerted)
				&& !isOutage(report.lastSuccessAt());
	}

	/** Whether what was alerted last still lasts. */
	boolean isOutage() {
		return isOutage(this.lastSuccessAt);
	}

	/** Whether this report tells that what was alerted last is over. */
	boolean isRecovery(TargetReport report) {
		return isOutage() && !report.paused() && !isOutage(report.lastSuccessAt());
	}

	/** It ends with a success, not when somebody says that it has ended. */
	private boolean isOutage(@Nullable Instant success) {
		return this.alerted != null && (success == null || !success.isAfter(this.alerted));
	}

	/** Which pause a report means. */
	private static Instant began(TargetReport report) {
		return Objects.requireNonNullElse(report.since(), report.at());
	}

}
