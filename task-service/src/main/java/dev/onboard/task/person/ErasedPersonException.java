package dev.onboard.task.person;

import dev.onboard.delivery.forgetting.Erased;

/** Somebody had this id, and was erased. */
public final class ErasedPersonException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ErasedPersonException(Erased.Tombstone tombstone) {
		super("This person was erased at " + tombstone.at() + ", and nothing about them is kept. The reason was: "
				+ tombstone.reason());
	}

}
