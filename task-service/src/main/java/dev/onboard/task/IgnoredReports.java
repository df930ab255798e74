package dev.onboard.task;

import dev.onboard.events.Event;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * {@code onboard.events.ignored}: reports that this replica heard and that were no news.
 */
@Component
class IgnoredReports {

	private final MeterProvider<Counter> ignored;

	IgnoredReports(MeterRegistry meters) {
		this.ignored = Counter.builder("onboard.events.ignored")
			.description("Reports that were heard again, or are older than what is known")
			.withRegistry(meters);
	}

	void count(Event report) {
		this.ignored.withTag("event", report.type()).increment();
	}

}
