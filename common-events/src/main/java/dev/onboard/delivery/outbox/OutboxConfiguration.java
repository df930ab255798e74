package dev.onboard.delivery.outbox;

import dev.onboard.delivery.DeliverySettings;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitTemplateCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration
class OutboxConfiguration {

	@Bean
	WakeUp wakeUp() {
		return new WakeUp();
	}

	@Bean
	Outbox outbox(JdbcClient jdbc, WakeUp wakeUp) {
		return new Outbox(jdbc, wakeUp);
	}

	@Bean
	Relay relay(JdbcClient jdbc, TransactionTemplate transaction, RabbitTemplate rabbit, WakeUp wakeUp,
			DeliverySettings settings, MeterRegistry meters, @Value("${spring.application.name}") String appId) {
		Publisher publisher = new Publisher(rabbit, appId, settings.outbox().confirmTimeout());
		return new Relay(new DueMessages(jdbc), transaction, publisher, wakeUp, settings.outbox().batch(),
				new OutboxMeters(meters));
	}

	@Bean
	OutboxFigures outboxFigures(JdbcClient jdbc) {
		return new OutboxFigures(jdbc);
	}

	/**
	 * A broker that blocks publishers in an alarm must not keep us from acknowledging.
	 */
	@Bean
	RabbitTemplateCustomizer publisherConnection() {
		return (template) -> template.setUsePublisherConnection(true);
	}

}
