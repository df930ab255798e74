package dev.onboard.task.targets;

/** How a target is, as far as we have heard. */
public enum TargetState {

	/** Its service has not said anything of it yet. */
	UNKNOWN,
	/** It does what is asked. */
	WORKING,
	/** People wait because of it. */
	PAUSED

}
