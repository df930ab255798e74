package dev.onboard.delivery.settling;

import java.util.List;

import dev.onboard.delivery.DeliverySettings;
import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.forgetting.Erased;
import dev.onboard.delivery.outbox.Outbox;

import org.springframework.amqp.rabbit.annotation.RabbitListenerConfigurer;
import org.springframework.amqp.rabbit.config.ContainerCustomizer;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerEndpoint;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration
class SettlingConfiguration {

	@Bean
	Listeners listeners(RabbitListenerEndpointRegistry registry, JdbcClient jdbc, TransactionTemplate transaction) {
		return new Listeners(registry, new DatabaseProbe(jdbc, transaction));
	}

	@Bean
	ListenersHealthIndicator listenersHealthIndicator(RabbitListenerEndpointRegistry registry, Listeners listeners) {
		return new ListenersHealthIndicator(registry, listeners);
	}

	@Bean
	Parking parking(Outbox outbox) {
		return new Parking(outbox);
	}

	@Bean
	TargetWatch targetWatch(List<QueueListener> queueListeners, Circuits circuits, Listeners listeners,
			ConnectionFactory connections, Parking parking, Erased erased) {
		List<TargetQueue> queues = queueListeners.stream()
			.filter((listener) -> listener.target() != null)
			.map((listener) -> new TargetQueue(listener, new Settling(new Door(listener, erased), parking, listeners),
					connections))
			.toList();
		return new TargetWatch(queues, circuits, listeners);
	}

	@Bean
	RabbitListenerConfigurer queueListeners(List<QueueListener> queueListeners, Parking parking, Listeners listeners,
			Erased erased) {
		return (registrar) -> queueListeners.forEach((listener) -> {
			SimpleRabbitListenerEndpoint endpoint = new SimpleRabbitListenerEndpoint();
			endpoint.setId(listener.queue());
			endpoint.setQueueNames(listener.queue());
			endpoint.setMessageListener(new Settling(new Door(listener, erased), parking, listeners));
			registrar.registerEndpoint(endpoint);
		});
	}

	/** What Boot has no property for. */
	@Bean
	ContainerCustomizer<SimpleMessageListenerContainer> containers(DeliverySettings settings) {
		return (container) -> {
			container.setConcurrentConsumers(settings.consumers().min());
			container.setMaxConcurrentConsumers(Math.max(settings.consumers().min(), settings.consumers().max()));
			container.setStartConsumerMinInterval(500);
			container.setConsecutiveActiveTrigger(2);
			container.setStopConsumerMinInterval(10_000);
			container.setShutdownTimeout(settings.handlerLimit().toMillis());
			container.setRecoveryBackOff(OwnTrouble.BACK_OFF);
			container.setPossibleAuthenticationFailureFatal(false);
		};
	}

}
