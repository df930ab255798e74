package dev.onboard.delivery.settling;

import java.util.List;
import java.util.stream.Stream;

import dev.onboard.delivery.DeliverySettings;
import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.forgetting.Erased;
import dev.onboard.delivery.outbox.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.amqp.rabbit.annotation.RabbitListenerConfigurer;
import org.springframework.amqp.rabbit.config.ContainerCustomizer;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerEndpoint;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.beans.factory.ObjectProvider;
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
	Parking parking(Outbox outbox, MeterRegistry meters) {
		return new Parking(outbox, meters);
	}

	@Bean
	Hearing hearing(ObservationRegistry observations, MeterRegistry meters) {
		return new Hearing(observations, meters);
	}

	@Bean
	MeterBinder pausedListeners(Listeners listeners) {
		return (meters) -> Gauge
			.builder("onboard.listeners.paused", listeners, (it) -> (it.pausedBecause() != null) ? 1 : 0)
			.description("1 while nothing is heard because our database fails, else 0")
			.register(meters);
	}

	@Bean
	QueueFigures queueFigures(List<QueueListener> queueListeners, ObjectProvider<CountedQueue> others,
			ConnectionFactory connections) {
		List<String> queues = Stream
			.concat(queueListeners.stream().map(QueueListener::queue), others.orderedStream().map(CountedQueue::name))
			.distinct()
			.toList();
		return new QueueFigures(queues, new QueueChannels(connections));
	}

	@Bean
	TargetWatch targetWatch(List<QueueListener> queueListeners, Circuits circuits, Listeners listeners,
			ConnectionFactory connections, Parking parking, Hearing hearing, Erased erased) {
		QueueChannels channels = new QueueChannels(connections);
		List<TargetQueue> queues = queueListeners.stream()
			.filter((listener) -> listener.target() != null)
			.map((listener) -> new TargetQueue(listener,
					new Settling(new Door(listener, erased), parking, listeners, hearing), channels))
			.toList();
		return new TargetWatch(queues, circuits, listeners);
	}

	@Bean
	RabbitListenerConfigurer queueListeners(List<QueueListener> queueListeners, Parking parking, Listeners listeners,
			Hearing hearing, Erased erased) {
		return (registrar) -> queueListeners.forEach((listener) -> {
			SimpleRabbitListenerEndpoint endpoint = new SimpleRabbitListenerEndpoint();
			endpoint.setId(listener.queue());
			endpoint.setQueueNames(listener.queue());
			endpoint.setMessageListener(new Settling(new Door(listener, erased), parking, listeners, hearing));
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
