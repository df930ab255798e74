package dev.onboard.delivery.ledger;

import java.util.Locale;
import java.util.function.Supplier;

import dev.onboard.events.StepResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/** What is measured about steps, and the span of each effect in the person's trace. */
class StepMeters {

	private static final String SYSTEM = "system";

	private static final String OUTCOME = "outcome";

	private final ObservationRegistry observations;

	private final MeterProvider<Counter> attempts;

	private final MeterProvider<Counter> retries;

	private final MeterProvider<Counter> suppressed;

	StepMeters(ObservationRegistry observations, MeterRegistry meters) {
		this.observations = observations;
		this.attempts = Counter.builder("onboard.attempts")
			.description("Attempts at a step whose outcome was recorded, whether it counts or not")
			.withRegistry(meters);
		this.retries = Counter.builder("onboard.retries")
			.description("Attempts that failed and are followed by another one")
			.withRegistry(meters);
		this.suppressed = Counter.builder("onboard.suppressed")
			.description("Orders that were not carried out again: done or ended, older than what is known, in hand")
			.withRegistry(meters);
	}

	/** Why an order is not carried out. */
	enum Suppressed {

		/** The step has ended, and that is only said again. */
		ENDED,
		/** A newer one is under way. */
		OLDER,
		/** Somebody has it in hand, and it comes again later. */
		IN_HAND

	}

	/** Times {@code call}, which is in the trace as a span with the effect's name. */
	Outcome effect(Order order, Effect effect, Supplier<Outcome> call) {
		Observation observation = Observation.createNotStarted("onboard.effect", this.observations)
			.contextualName(effect.name())
			.lowCardinalityKeyValue(SYSTEM, system(order))
			.lowCardinalityKeyValue("effect", effect.name())
			.lowCardinalityKeyValue(OUTCOME, "none");
		return observation.observe(() -> {
			Outcome outcome = call.get();
			observation.lowCardinalityKeyValue(OUTCOME, label(outcome));
			return outcome;
		});
	}

	/** What became of an order, once that is durable. */
	void ended(Order order, Ending ending) {
		if (ending.outcome() == null) {
			suppressed(order, Suppressed.ENDED);
		}
		else if (!order.step().quiet()) {
			this.attempts.withTags(SYSTEM, system(order), OUTCOME, label(ending.outcome())).increment();
			if (ending.result() == StepResult.RETRYING) {
				this.retries.withTag(SYSTEM, system(order)).increment();
			}
		}
	}

	void suppressed(Order order, Suppressed why) {
		this.suppressed.withTags(SYSTEM, system(order), "reason", why.name().toLowerCase(Locale.ROOT)).increment();
	}

	private static String system(Order order) {
		return order.step().system().wireName();
	}

	private static String label(Outcome outcome) {
		return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
	}

}
