package dev.onboard.sandbox.slack.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.onboard.sandbox.http.Request;

/**
 * Who calls: each token is another bot. The token itself is not kept.
 *
 * @param user the id of the bot's user
 * @param id the bot's own id
 */
record Bot(String user, String id) {

	static final String TEAM = "T0SANDBOX";

	private static final Pattern BEARER = Pattern.compile("Bearer\\s+(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

	/**
	 * The bot whose token comes in the header.
	 * @throws Refusal if there is none or if it is no bot's
	 */
	static Bot of(Request request) throws Refusal {
		Optional<String> token = request.header("Authorization")
			.map(BEARER::matcher)
			.filter(Matcher::matches)
			.map((bearer) -> bearer.group(1));
		if (token.isEmpty()) {
			throw new Refusal("not_authed");
		}
		if (!token.get().matches("xoxb-.+")) {
			throw new Refusal("invalid_auth");
		}
		String hash = Integer.toUnsignedString(token.get().hashCode(), 36).toUpperCase(Locale.ROOT);
		return new Bot("U0" + hash, "B0" + hash);
	}

}
