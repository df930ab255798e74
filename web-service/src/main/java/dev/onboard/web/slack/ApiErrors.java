package dev.onboard.web.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.ledger.Outcome;
import org.jspecify.annotations.Nullable;

import static java.util.Map.entry;

/** What the errors of Slack's Web API mean. */
final class ApiErrors {

	/** Where Slack does not say how long. */
	private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

	private static final String TOKEN = "check SLACK_BOT_TOKEN";

	private static final String SCOPES = "give the app the scopes chat:write and channels:history (groups:history for a "
			+ "private channel), and install it again";

	private static final String CHANNEL = "check SLACK_CHANNEL, and invite the app to that channel";

	private static final String ADMINISTRATOR = "an administrator of the workspace has to allow it";

	/** Whoever is announced, and what to do. */
	private static final Map<String, String> ADVICE = Map.ofEntries(entry("invalid_auth", TOKEN),
			entry("not_authed", TOKEN), entry("token_revoked", TOKEN), entry("token_expired", TOKEN),
			entry("account_inactive", TOKEN), entry("not_allowed_token_type", TOKEN), entry("missing_scope", SCOPES),
			entry("no_permission", SCOPES), entry("not_in_channel", CHANNEL), entry("channel_not_found", CHANNEL),
			entry("is_archived", "the channel is archived: set SLACK_CHANNEL to another one"),
			entry("access_denied", ADMINISTRATOR), entry("ekm_access_denied", ADMINISTRATOR),
			entry("team_access_not_granted", ADMINISTRATOR), entry("org_login_required", ADMINISTRATOR));

	/** A whole family: {@code restricted_action_read_only_channel} and others. */
	private static final String RESTRICTED = "restricted_action";

	private static final Set<String> TOO_MANY = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

	/** Slack says of the first that a part of it may have succeeded. */
	private static final Set<String> UNCLEAR = Set.of("fatal_error", "internal_error", "service_unavailable",
			"request_timeout");

	private static final Set<String> REFUSED = Set.of("msg_blocks_too_long", "msg_too_long", "invalid_blocks",
			"invalid_blocks_format", "no_text", "invalid_metadata_format", "metadata_too_large");

	private ApiErrors() {
	}

	static Outcome outcome(String word, Answer answer) {
		String said = word.matches("[a-z_]{1,80}") ? " (" + word + ")" : "";
		if (TOO_MANY.contains(word) || answer.status() == 429) {
			return throttled(said, answer);
		}
		String advice = word.startsWith(RESTRICTED) ? ADMINISTRATOR : ADVICE.get(word);
		if (advice != null) {
			return new Outcome.Misconfigured("Slack refuses us" + said + ": " + advice);
		}
		if (REFUSED.contains(word)) {
			return new Outcome.Refused("Slack refuses the card" + said);
		}
		return (UNCLEAR.contains(word) || answer.status() >= 500)
				? new Outcome.Ambiguous("Slack has trouble" + said, answer.retryAfter())
				: new Outcome.Transient("Slack did not take it" + said, answer.retryAfter());
	}

	/** An answer that is not the API's own. */
	static Outcome unreadable(Answer answer, Outcome trouble) {
		return (answer.status() == 429) ? throttled(answer.reason(), answer) : trouble;
	}

	private static Outcome throttled(String said, Answer answer) {
		@Nullable Duration asked = answer.retryAfter();
		return new Outcome.Throttled("Slack asks us to slow down" + said, (asked != null) ? asked : LONG_ENOUGH);
	}

}
