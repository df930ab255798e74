package dev.onboard.task.alert;

import dev.onboard.events.TargetSystem;
import dev.onboard.task.TargetPage;
import dev.onboard.task.TargetPaused;
import dev.onboard.task.TargetState;
import dev.onboard.task.Targets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * {@code onboard.alerts}: how many this replica has made. {@code onboard.target.paused}:
 * whether each target is paused, the same from every replica.
 */
@Component
class AlertMeters {

	private static final String SYSTEM = "system";

	private final MeterRegistry meters;

	AlertMeters(MeterRegistry meters, Targets targets) {
		this.meters = meters;
		for (TargetSystem system : TargetSystem.values()) {
			alerts(system);
			Gauge.builder("onboard.target.paused", targets, (all) -> paused(all.get(system.wireName())))
				.description("1 while people wait because of the target, else 0")
				.tag(SYSTEM, system.wireName())
				.register(meters);
		}
	}

	private static double paused(TargetPage target) {
		return (target.state() == TargetState.PAUSED) ? 1 : 0;
	}

	@TransactionalEventListener
	void paused(TargetPaused event) {
		alerts(event.system()).increment();
	}

	private Counter alerts(TargetSystem system) {
		return Counter.builder("onboard.alerts")
			.description("Pauses of the target that somebody was told of")
			.tag(SYSTEM, system.wireName())
			.register(this.meters);
	}

}
