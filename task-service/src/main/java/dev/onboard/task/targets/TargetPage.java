package dev.onboard.task.targets;

import java.time.Instant;

import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a target.
 *
 * @param reason why people wait, null unless it is {@link TargetState#PAUSED}
 * @param since when it was paused or resumed last, null if it never was
 * @param until when the target wants to be asked again, null if it did not say
 * @param waiting messages in its queue, null if unknown
 * @param consumers of its queue, over all replicas; 0 while it is paused; null if unknown
 * @param lastSuccessAt when it last did what was asked, null if it never did
 * @param failed how many people have FAILED there and only have to be tried again
 */
public record TargetPage(TargetSystem system, TargetState state, @Nullable String reason, @Nullable Instant since,
		@Nullable Instant until, @Nullable Integer waiting, @Nullable Integer consumers,
		@Nullable Instant lastSuccessAt, int failed) {

	static TargetPage of(TargetRow row, int failed) {
		if (row.at() == null) {
			return new TargetPage(row.system(), TargetState.UNKNOWN, null, null, null, null, null, null, failed);
		}
		return new TargetPage(row.system(), row.paused() ? TargetState.PAUSED : TargetState.WORKING,
				row.paused() ? row.reason() : null, row.since(), row.until(), row.waiting(), row.consumers(),
				row.lastSuccessAt(), failed);
	}

}
