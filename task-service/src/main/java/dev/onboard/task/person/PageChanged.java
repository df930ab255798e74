package dev.onboard.task.person;

import java.util.UUID;

/**
 * Said inside the transaction in which the page of a person or of an import changes.
 *
 * @param id of the person or the import
 */
public record PageChanged(UUID id) {
}
