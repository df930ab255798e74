package dev.onboard.task.person;

import dev.onboard.events.Event;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * {@code onboard.events.ignored}: reports that this replica heard and that were no news.
 */
@Component
public class IgnoredReports {

	private final MeterProvider<Counter> ignored;

	private final ApplicationEventPublisher announcements;

	IgnoredReports(MeterRegistry meters, ApplicationEventPublisher announcements) {
		this.ignored = Counter.builder("onboard.events.ignored")
			.description("Reports that were heard again, or are older than what is known")
			.withRegistry(meters);
		this.announcements = announcements;
	}

	/**
	 * Counts it, and lets open pages be told all the same: whoever took it over when it
	 * was news may have died before they were.
	 * @param report that was no news
	 * @param change what would have been announced
	 */
	public void add(Event report, Object change) {
		this.ignored.withTag("event", report.type()).increment();
		this.announcements.publishEvent(change);
	}

}
