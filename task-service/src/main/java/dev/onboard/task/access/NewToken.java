package dev.onboard.task.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A token just made.
 *
 * @param role wire name
 * @param token its secret, which nobody can be shown again
 */
public record NewToken(UUID id, String name, String role, Instant createdAt, String token) {

	/** The secret does not belong into a log. */
	@Override
	public String toString() {
		return "NewToken[id=" + this.id + ", name=" + this.name + ", role=" + this.role + "]";
	}

}
