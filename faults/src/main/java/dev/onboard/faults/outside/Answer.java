package dev.onboard.faults.outside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer to a {@link Request}.
 *
 * @param body null for none
 * @param tookEffect whether something is other than it was
 */
record Answer(int status, @Nullable String body, boolean tookEffect) {

	static Answer of(int status) {
		return new Answer(status, null, false);
	}

	static Answer text(int status, String body) {
		return new Answer(status, body, false);
	}

	static Answer json(int status, Object body) {
		return new Answer(status, JsonMapper.shared().writeValueAsString(body), false);
	}

	Answer afterEffect() {
		return new Answer(this.status, this.body, true);
	}

	/**
	 * As it is sent.
	 * @param head whether HEAD was asked
	 */
	byte[] bytes(boolean head, Duration retryAfter) {
		String content = (this.body != null) ? this.body : "";
		boolean json = content.startsWith("{") || content.startsWith("[");
		StringBuilder text = new StringBuilder("HTTP/1.1 ").append(this.status).append(" Answer\r\n");
		if (!content.isEmpty()) {
			text.append("Content-Type: ").append(json ? "application/json" : "text/plain").append("\r\n");
		}
		if (this.status != 204) {
			text.append("Content-Length: ").append(content.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
		}
		if (!retryAfter.isZero()) {
			text.append("Retry-After: ").append(retryAfter.toSeconds()).append("\r\n");
		}
		return text.append("\r\n").append(head ? "" : content).toString().getBytes(StandardCharsets.UTF_8);
	}

}
