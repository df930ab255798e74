package dev.onboard.sandbox.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * How posts are answered.
 *
 * @param status 200 answers as Slack does in health; another is given whatever was posted
 * @param body of an answer that is not 200
 * @param retryAfterSeconds the header's value; null for no header
 * @param delayMillis how long the answer is held back; what is recorded is recorded
 * before
 * @param hang whether there is no answer at all: the connection is closed when the
 * behaviour is set or reset, or after a minute
 * @param recordAnyway whether a post is recorded although its answer is an error or none
 * @param times to how many posts this still applies; null until it is changed
 */
@JsonInclude(Include.NON_NULL)
record Behaviour(int status, String body, @Nullable Integer retryAfterSeconds, int delayMillis, boolean hang,
		boolean recordAnyway, @Nullable Integer times) {

	static final Behaviour NORMAL = new Behaviour(200, "ok", null, 0, false, false, null);

	/**
	 * What Slack says with a status.
	 */
	static String usualBody(int status) {
		return switch (status) {
			case 200 -> "ok";
			case 400 -> "invalid_payload";
			case 403 -> "action_prohibited";
			case 404 -> "no_service";
			case 410 -> "channel_is_archived";
			case 429 -> "rate_limited";
			default -> (status >= 500) ? "rollup_error" : "";
		};
	}

	/**
	 * What applies after one more post.
	 */
	Behaviour afterOnePost() {
		if (this.times == null) {
			return this;
		}
		return (this.times == 1) ? NORMAL : new Behaviour(this.status, this.body, this.retryAfterSeconds,
				this.delayMillis, this.hang, this.recordAnyway, this.times - 1);
	}

}
