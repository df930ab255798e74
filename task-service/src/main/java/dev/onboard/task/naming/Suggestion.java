package dev.onboard.task.naming;

/**
 * What somebody could be called here, or why there is no suggestion.
 *
 * @param login empty for none
 * @param address empty for none
 * @param reason in words, empty where there is a login
 */
public record Suggestion(String login, String address, String reason) {

	static Suggestion none(String reason) {
		return new Suggestion("", "", reason);
	}

}
