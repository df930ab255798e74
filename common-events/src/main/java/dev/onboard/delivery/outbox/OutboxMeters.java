package dev.onboard.delivery.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** {@code onboard.publishes}: what this replica's publishing came to. */
final class OutboxMeters {

	private final MeterRegistry meters;

	OutboxMeters(MeterRegistry meters) {
		this.meters = meters;
		for (Receipt.Word word : Receipt.Word.values()) {
			publishes(word);
		}
	}

	void published(Receipt receipt) {
		publishes(receipt.word()).increment();
	}

	private Counter publishes(Receipt.Word word) {
		return Counter.builder("onboard.publishes")
			.description("Messages handed to the broker, by its word on them; all but confirmed are published again")
			.tag("word", word.label())
			.register(this.meters);
	}

}
