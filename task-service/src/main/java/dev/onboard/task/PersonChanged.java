package dev.onboard.task;

import java.util.UUID;

/** Said inside the transaction in which a person's page changes. */
public record PersonChanged(UUID person) {
}
