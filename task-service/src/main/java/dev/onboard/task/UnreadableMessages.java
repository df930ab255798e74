package dev.onboard.task;

import java.util.OptionalInt;

/** What cannot even be received; it waits in the broker for somebody to look at. */
@FunctionalInterface
public interface UnreadableMessages {

	/** How many; empty while the broker does not say. */
	OptionalInt count();

}
