package dev.onboard.task.messaging;

import java.util.OptionalInt;

import dev.onboard.task.parked.UnreadableMessages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Where the broker puts what no client reads; nobody takes anything from there. How many
 * are there was measured some seconds ago, so nobody waits for the broker.
 */
@Component
class UnreadableQueue implements UnreadableMessages {

	static final String NAME = "task.unreadable";

	private final MeterRegistry meters;

	UnreadableQueue(MeterRegistry meters) {
		this.meters = meters;
	}

	@Override
	public OptionalInt count() {
		Gauge measured = this.meters.find("onboard.queue.messages").tag("queue", NAME).gauge();
		return (measured != null) ? OptionalInt.of((int) measured.value()) : OptionalInt.empty();
	}

}
