package dev.onboard.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TakingFiguresTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicReference<@Nullable List<Figure>> now = new AtomicReference<>(List.of());

	private @Nullable TakingFigures taking;

	@AfterEach
	void stop() {
		if (this.taking != null) {
			this.taking.stop();
		}
	}

	@Test
	void showsWhatWasTakenLast() {
		this.now.set(List.of(length("mail", 3), length("web", 4)));
		take(this::ask);
		await("mail", 3);
		await("web", 4);
		this.now.set(List.of(length("mail", 5)));
		await("mail", 5);
		assertThat(gauge("web")).as("is not there any more").isNull();
	}

	/** A scrape that meets a gauge while it is replaced fails as a whole. */
	@Test
	void keepsAGaugeAsLongAsThereIsANumberForIt() {
		this.now.set(List.of(length("mail", 3)));
		take(this::ask);
		await("mail", 3);
		Gauge first = gauge("mail");
		this.now.set(List.of(length("mail", 4)));
		await("mail", 4);
		assertThat(gauge("mail")).isSameAs(first);
	}

	@Test
	void showsNothingWhileItCannotBeTakenAndGoesOnByItself() {
		this.now.set(List.of(length("mail", 3)));
		take(this::ask);
		await("mail", 3);
		this.now.set(null);
		Awaitility.await().until(() -> gauge("mail") == null);
		this.now.set(List.of(length("mail", 4)));
		await("mail", 4);
	}

	@Test
	void keepsTakingWhatDoesNotHang() {
		CountDownLatch never = new CountDownLatch(1);
		this.now.set(List.of(length("mail", 3)));
		take(() -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return List.of();
		}, this::ask);
		await("mail", 3);
	}

	private void take(Figures... figures) {
		this.taking = new TakingFigures(List.of(figures), this.meters, Duration.ofMillis(20));
		this.taking.start();
	}

	private List<Figure> ask() throws IOException {
		List<Figure> taken = this.now.get();
		if (taken == null) {
			throw new IOException("away");
		}
		return taken;
	}

	private static Figure length(String queue, int value) {
		return new Figure("queue.length", "How long it is", "queue", queue, value);
	}

	private void await(String queue, double value) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(gauge(queue)).isNotNull().extracting(Gauge::value).isEqualTo(value));
	}

	private @Nullable Gauge gauge(String queue) {
		return this.meters.find("queue.length").tag("queue", queue).gauge();
	}

}
