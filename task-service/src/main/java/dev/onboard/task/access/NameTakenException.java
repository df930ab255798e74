package dev.onboard.task.access;

/** A valid token has this name already. */
public final class NameTakenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NameTakenException(String name) {
		super("A token is called \"" + name + "\" already. Choose another name, or revoke that one.");
	}

}
