package dev.onboard.task.naming;

/** Whether an address can be given to somebody. */
public enum Availability {

	FREE, TAKEN,
	/** Nobody could say it in time. */
	UNKNOWN

}
