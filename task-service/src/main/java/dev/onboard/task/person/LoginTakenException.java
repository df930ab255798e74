package dev.onboard.task.person;

import java.util.UUID;

/** Somebody else has this login already; nothing was changed. */
public final class LoginTakenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String login;

	private final UUID holder;

	LoginTakenException(String login, UUID holder) {
		super("the login " + login + " is taken by " + holder);
		this.login = login;
		this.holder = holder;
	}

	public String login() {
		return this.login;
	}

	public UUID holder() {
		return this.holder;
	}

}
