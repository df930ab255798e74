package dev.onboard.sandbox;

/**
 * A setting that the sandbox cannot start with; its message names the variable and what
 * to do.
 */
final class InvalidSetting extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InvalidSetting(String variable, String value, String remedy) {
		super(variable + "=" + value + ": " + remedy);
	}

}
