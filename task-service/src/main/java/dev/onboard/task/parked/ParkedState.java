package dev.onboard.task.parked;

/** What became of a parked message. */
public enum ParkedState {

	/** Somebody should look at it. */
	PARKED,
	/** It was sent again and has not come back. */
	REPLAYED,
	/** Somebody decided that it is not needed. */
	DISCARDED

}
