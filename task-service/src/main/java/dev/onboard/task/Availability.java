package dev.onboard.task;

/** Whether an address can be given to somebody. */
public enum Availability {

	FREE, TAKEN,
	/** Nobody could say it in time. */
	UNKNOWN

}
