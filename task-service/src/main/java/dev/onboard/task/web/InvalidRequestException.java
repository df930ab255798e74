package dev.onboard.task.web;

import java.util.List;

import org.springframework.http.HttpStatus;

/** A request that cannot be accepted as it is; says where and what to do. */
final class InvalidRequestException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final transient List<FieldError> errors;

	/**
	 * @param field name in JSON, of a parameter or a header
	 * @param message continues "<em>field</em> …"
	 */
	record FieldError(String field, String message) {
	}

	InvalidRequestException(HttpStatus status, String message, List<FieldError> errors) {
		super(message);
		this.status = status;
		this.errors = List.copyOf(errors);
	}

	static InvalidRequestException of(String field, String message) {
		return of(List.of(new FieldError(field, message)));
	}

	static InvalidRequestException of(List<FieldError> errors) {
		FieldError first = errors.get(0);
		return new InvalidRequestException(HttpStatus.BAD_REQUEST, first.field() + " " + first.message(), errors);
	}

	HttpStatus status() {
		return this.status;
	}

	List<FieldError> errors() {
		return this.errors;
	}

}
