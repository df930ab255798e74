package dev.onboard.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Takes figures every few seconds, each kind on a thread of its own, so that whoever
 * reads the gauges never waits for a database or a broker. While figures cannot be taken
 * their gauges are not there: no number is better than an old one or 0.
 */
class TakingFigures implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(TakingFigures.class);

	private final List<Taker> takers;

	private final Duration every;

	private @Nullable ScheduledExecutorService threads;

	TakingFigures(List<Figures> figures, MeterRegistry meters, Duration every) {
		this.takers = figures.stream().map((it) -> new Taker(it, meters)).toList();
		this.every = every;
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors.newScheduledThreadPool(Math.max(1, this.takers.size()),
				(task) -> new Thread(task, "figures"));
		for (Taker taker : this.takers) {
			// It runs until the threads are stopped, and lets no failure out.
			var unused = started.scheduleWithFixedDelay(taker, 0, this.every.toMillis(), TimeUnit.MILLISECONDS);
		}
		this.threads = started;
	}

	@Override
	public synchronized void stop() {
		if (this.threads != null) {
			this.threads.shutdownNow();
			this.threads = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.threads != null;
	}

	private static final class Taker implements Runnable {

		private final Figures figures;

		private final MeterRegistry meters;

		private final Map<Meter.Id, Shown> shown = new HashMap<>();

		private boolean away;

		private Taker(Figures figures, MeterRegistry meters) {
			this.figures = figures;
			this.meters = meters;
		}

		@Override
		public void run() {
			try {
				show(this.figures.take());
				this.away = false;
			}
			catch (IOException | RuntimeException | Error ex) {
				show(List.of());
				if (!this.away) {
					log.warn("{} have no numbers until further notice: {}", this.figures.getClass().getSimpleName(),
							ex.toString());
				}
				this.away = true;
			}
		}

		/**
		 * A gauge stays as long as there is a number for it: a scrape that meets one
		 * while it is replaced would fail.
		 */
		private void show(List<Figure> taken) {
			Set<Meter.Id> gone = new HashSet<>(this.shown.keySet());
			for (Figure figure : taken) {
				gone.remove(figure.id());
				this.shown.computeIfAbsent(figure.id(), (id) -> Shown.in(this.meters, figure)).number
					.set(figure.value());
			}
			for (Meter.Id id : gone) {
				this.shown.remove(id);
				this.meters.removeByPreFilterId(id);
			}
		}

	}

	/** Keeps the number of a gauge, which itself would let go of it. */
	private record Shown(AtomicReference<Double> number) {

		static Shown in(MeterRegistry meters, Figure figure) {
			AtomicReference<Double> number = new AtomicReference<>(figure.value());
			Gauge.builder(figure.name(), number, AtomicReference::get)
				.description(figure.help())
				.tags(figure.tags())
				.register(meters);
			return new Shown(number);
		}

	}

}
