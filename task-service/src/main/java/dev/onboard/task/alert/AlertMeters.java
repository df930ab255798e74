package dev.onboard.task.alert;

import dev.onboard.events.TargetSystem;
import dev.onboard.task.targets.TargetPaused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** {@code onboard.alerts}: how many this replica has made. */
@Component
class AlertMeters {

	private final MeterRegistry meters;

	AlertMeters(MeterRegistry meters) {
		this.meters = meters;
		for (TargetSystem system : TargetSystem.values()) {
			alerts(system);
		}
	}

	@TransactionalEventListener
	void paused(TargetPaused event) {
		alerts(event.system()).increment();
	}

	private Counter alerts(TargetSystem system) {
		return Counter.builder("onboard.alerts")
			.description("Pauses of the target that somebody was told of")
			.tag("system", system.wireName())
			.register(this.meters);
	}

}
