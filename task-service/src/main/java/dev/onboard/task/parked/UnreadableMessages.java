package dev.onboard.task.parked;

import java.util.OptionalInt;

/** What cannot even be received; it waits in the broker for somebody to look at. */
@FunctionalInterface
public interface UnreadableMessages {

	/** How many there were some seconds ago; empty while the broker does not say. */
	OptionalInt count();

}
