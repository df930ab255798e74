package dev.onboard.sandbox.slack;

import org.jspecify.annotations.Nullable;

/**
 * What Slack says with an HTTP status where nobody says otherwise; null for its answer to
 * what was sent.
 */
final class UsualAnswers {

	private UsualAnswers() {
	}

	/**
	 * The body of a webhook's answer.
	 */
	static @Nullable String ofWebhook(int status) {
		return switch (status) {
			case 200 -> null;
			case 400 -> "invalid_payload";
			case 403 -> "action_prohibited";
			case 404 -> "no_service";
			case 410 -> "channel_is_archived";
			case 429 -> "rate_limited";
			default -> (status >= 500) ? "rollup_error" : "";
		};
	}

	/**
	 * The error of the Web API, which itself seldom has another status than 200.
	 */
	static @Nullable String ofWebApi(int status) {
		return switch (status) {
			case 429 -> "ratelimited";
			case 503 -> "service_unavailable";
			default -> (status >= 500) ? "internal_error" : null;
		};
	}

}
