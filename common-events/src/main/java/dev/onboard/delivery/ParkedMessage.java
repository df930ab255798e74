package dev.onboard.delivery;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message that could not be handled, as far as that is known. Its texts are clean and
 * short; of the body nothing is known. Never compared.
 *
 * @param parking the same when this parking is delivered twice, and no other's
 * @param queue where it could not be handled, null if nobody knows
 * @param exception of our own code, null where the broker gave up
 * @param messageId that it had in that queue
 */
@SuppressWarnings("ArrayRecordComponent")
public record ParkedMessage(UUID parking, @Nullable String queue, String reason, @Nullable String exception,
		@Nullable String messageId, @Nullable String type, @Nullable String correlationId, byte[] body) {
}
