package dev.onboard.task.access;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator may know of a token; never its secret.
 *
 * @param role wire name
 * @param lastUsedAt to the minute; null if it never was
 * @param revokedAt null while it is valid
 */
public record TokenPage(UUID id, String name, String role, Instant createdAt, @Nullable Instant lastUsedAt,
		@Nullable Instant revokedAt) {
}
