package dev.onboard.task.imports;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of an import.
 *
 * @param name of its file, as it was uploaded; null if it had none
 * @param waiting why a running one stands still, in words; null if it does not
 * @param startedAt null before that
 * @param endedAt when it was finished or cancelled; null before that
 */
public record ImportPage(UUID id, ImportState state, @Nullable String name, ImportCounts counts,
		@Nullable String waiting, Instant createdAt, @Nullable Instant startedAt, @Nullable Instant endedAt) {

	ImportPage waiting(String reason) {
		return new ImportPage(this.id, this.state, this.name, this.counts, reason, this.createdAt, this.startedAt,
				this.endedAt);
	}

}
