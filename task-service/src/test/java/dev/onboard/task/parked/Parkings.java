package dev.onboard.task.parked;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.task.Somebody;
import org.jspecify.annotations.Nullable;

/** Messages that nobody could handle. */
final class Parkings {

	private Parkings() {
	}

	/** Each another parking, also of the same message. */
	static ParkedMessage of(@Nullable String queue, @Nullable String type, String body) {
		return of(queue, type, null, body.getBytes(StandardCharsets.UTF_8));
	}

	static ParkedMessage of(@Nullable String queue, @Nullable String type, @Nullable String correlationId,
			byte[] body) {
		return new ParkedMessage(UUID.randomUUID(), queue, "nobody can read it", "a.b.CException", "its-id", type,
				correlationId, body);
	}

	/** As much as any service says of a person. */
	static String about(UUID person, int generation, int number) {
		return "{\"person\":{\"id\":\"" + person + "\",\"shoes\":[]},\"attempt\":{\"generation\":" + generation
				+ ",\"number\":" + number + "},\"token\":\"" + Somebody.token() + "\"}";
	}

}
