package dev.onboard.delivery.settling;

import java.time.Duration;
import java.util.Map;

import dev.onboard.delivery.DeliveryTest;
import dev.onboard.events.Event;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

@DeliveryTest
@Import(ListenersHealthIntegrationTests.Listener.class)
class ListenersHealthIntegrationTests {

	private final ListenersHealthIndicator indicator;

	private final Listeners listeners;

	private final RabbitListenerEndpointRegistry containers;

	ListenersHealthIntegrationTests(@Autowired ListenersHealthIndicator indicator, @Autowired Listeners listeners,
			@Autowired RabbitListenerEndpointRegistry containers) {
		this.indicator = indicator;
		this.listeners = listeners;
		this.containers = containers;
	}

	@Test
	void countsTheConsumersOfEachQueue() {
		await(Status.UP);
		assertThat(health().getDetails()).containsEntry("consumers", Map.of("mail.create", 2));
	}

	@Test
	void tellsWhyTheListenersPauseAndThatTheyResume() {
		await(Status.UP);
		this.listeners.pause(new DataAccessResourceFailureException("no database"));
		assertThat(health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(health().getDetails()).containsEntry("pausedBecause", "no database");
		await(Status.UP);
	}

	@Test
	void isDownWhenAListenerHasEnded() {
		await(Status.UP);
		this.containers.stop();
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		this.containers.start();
	}

	private Health health() {
		Health health = this.indicator.health();
		assertThat(health).isNotNull();
		return health;
	}

	private void await(Status status) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(status));
	}

	@TestConfiguration
	static class Listener {

		@Bean
		QueueListener listener() {
			return new QueueListener() {
				@Override
				public String queue() {
					return "mail.create";
				}

				@Override
				public void hear(Event event) {
					throw new UnsupportedOperationException(event.type());
				}
			};
		}

	}

}
