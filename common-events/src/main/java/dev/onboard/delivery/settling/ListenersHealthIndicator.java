package dev.onboard.delivery.settling;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows how many consumers each queue has here, and why they are paused if they are. */
final class ListenersHealthIndicator implements HealthIndicator {

	private final RabbitListenerEndpointRegistry registry;

	private final Listeners listeners;

	ListenersHealthIndicator(RabbitListenerEndpointRegistry registry, Listeners listeners) {
		this.registry = registry;
		this.listeners = listeners;
	}

	@Override
	public Health health() {
		Map<String, Object> consumers = new LinkedHashMap<>();
		for (String queue : this.registry.getListenerContainerIds()) {
			if (this.registry.getListenerContainer(queue) instanceof SimpleMessageListenerContainer container) {
				consumers.put(queue, container.isRunning() ? container.getActiveConsumerCount() : 0);
			}
		}
		String paused = this.listeners.pausedBecause();
		Health.Builder health = (paused != null) ? Health.outOfService().withDetail("pausedBecause", paused)
				: Health.up();
		return health.withDetail("consumers", consumers).build();
	}

}
