package dev.onboard.task;

import java.util.UUID;

/**
 * Said inside the transaction in which a person's page changes.
 *
 * @param person whose page it is, or the import whose page it is
 */
public record PersonChanged(UUID person) {
}
