package dev.onboard.task.parked;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a parked message.
 *
 * @param queue where it could not be handled, null if nobody knows
 * @param exception of our own code, null where the broker gave up
 * @param messageId that it had in that queue
 * @param person that it is about, if that can be read
 * @param count how often it was parked
 * @param bytes how long the body is
 * @param body as text, with � for what is none; in listings its beginning
 * @param history oldest first; not there in listings
 */
public record ParkedPage(UUID id, ParkedState state, @Nullable String queue, @Nullable String type, String reason,
		@Nullable String exception, @Nullable String messageId, @Nullable UUID person, int count, Instant firstAt,
		Instant lastAt, int bytes, String body,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ParkedLine> history) {

	ParkedPage with(List<ParkedLine> history) {
		return new ParkedPage(this.id, this.state, this.queue, this.type, this.reason, this.exception, this.messageId,
				this.person, this.count, this.firstAt, this.lastAt, this.bytes, this.body, history);
	}

}
