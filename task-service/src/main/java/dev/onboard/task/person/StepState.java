package dev.onboard.task.person;

import dev.onboard.events.StepResult;

/** How far one step of a person has come. */
public enum StepState {

	/** Not heard of yet, since it was last asked for. */
	PENDING,
	/** Failed; tried again by itself at {@code nextAttemptAt}. */
	RETRYING,
	/** Its target is paused, for everybody. Derived when a page is read, never stored. */
	WAITING,
	/** The person is in that system; final. */
	DONE,
	/** Nothing to do, because that system is not configured or somebody said so. */
	SKIPPED,
	/** Failed; not tried again by itself. */
	FAILED;

	public static StepState after(StepResult result) {
		return switch (result) {
			case ADDED -> DONE;
			case SKIPPED -> SKIPPED;
			case RETRYING -> RETRYING;
			case FAILED -> FAILED;
		};
	}

	/** Whether nothing more is to be done. */
	public boolean ended() {
		return this == DONE || this == SKIPPED;
	}

}
