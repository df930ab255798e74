package dev.onboard.task.console;

import org.springframework.http.HttpStatus;

/** A form cannot be accepted as it was filled in; nothing was changed. */
final class RefusedFormException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final transient Form form;

	RefusedFormException(HttpStatus status, Form form) {
		super("the form " + form.name() + " is refused");
		this.status = status;
		this.form = form;
	}

	HttpStatus status() {
		return this.status;
	}

	/** With what is wrong. */
	Form form() {
		return this.form;
	}

}
