package dev.onboard.task.person;

/** How far a person has come, over all steps. */
public enum PersonState {

	/** Some step is still to be done, and none needs a human. */
	IN_PROGRESS,
	/** Every step is done or skipped. */
	READY,
	/** A step failed and is not tried again by itself. */
	NEEDS_ATTENTION

}
