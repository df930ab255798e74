package dev.onboard.task.parked;

import java.util.UUID;

/** Said inside the transaction in which a message is parked or decided about. */
public record ParkedChanged(UUID message) {
}
