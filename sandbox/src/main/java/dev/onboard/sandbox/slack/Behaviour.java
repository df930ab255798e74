package dev.onboard.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.onboard.sandbox.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * How calls are answered.
 *
 * @param status of the answer
 * @param body instead of Slack's own; null for Slack's own
 * @param error what the Web API says is wrong; null for nothing
 * @param retryAfterSeconds the header's value; null for no header
 * @param delayMillis how long the answer is held back; what is recorded is recorded
 * before
 * @param hang whether there is no answer at all: the connection is closed when the
 * behaviour is set or reset, or after a minute
 * @param losePercent of how many calls the answer is lost: all is done, and the
 * connection closed without a word. No dice: 20 loses each fifth
 * @param recordAnyway whether a call has its effect although its answer is an error or
 * none
 * @param times to how many calls this still applies; null until it is changed
 * @param calls how many calls met it
 */
@JsonInclude(Include.NON_NULL)
record Behaviour(int status, @Nullable String body, @Nullable String error, @Nullable Integer retryAfterSeconds,
		int delayMillis, boolean hang, int losePercent, boolean recordAnyway, @Nullable Integer times, long calls) {

	static final Behaviour NORMAL = new Behaviour(200, null, null, null, 0, false, 0, false, null, 0);

	/**
	 * Whether calls are answered as Slack answers them, though perhaps late or not heard.
	 */
	boolean healthy() {
		return this.status == 200 && this.body == null && this.error == null && !this.hang;
	}

	boolean takesEffect() {
		return healthy() || this.recordAnyway;
	}

	/**
	 * Whether the answer to the next call is lost.
	 */
	boolean losesAnswer() {
		return (this.calls + 1) * this.losePercent / 100 > this.calls * this.losePercent / 100;
	}

	/**
	 * What is said instead of Slack's own answer.
	 */
	Answer answer() {
		Answer answer = (this.error != null) ? Answer.json(this.status, refusal(this.error))
				: Answer.text(this.status, (this.body != null) ? this.body : "");
		return (this.retryAfterSeconds != null) ? answer.with("Retry-After", this.retryAfterSeconds.toString())
				: answer;
	}

	/**
	 * What applies after one more call.
	 */
	Behaviour afterOneCall() {
		if (this.times != null && this.times == 1) {
			return NORMAL;
		}
		Integer left = (this.times != null) ? Integer.valueOf(this.times - 1) : null;
		return new Behaviour(this.status, this.body, this.error, this.retryAfterSeconds, this.delayMillis, this.hang,
				this.losePercent, this.recordAnyway, left, this.calls + 1);
	}

	private static Map<String, Object> refusal(String error) {
		Map<String, Object> refusal = new LinkedHashMap<>();
		refusal.put("ok", false);
		refusal.put("error", error);
		return refusal;
	}

}
