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
		Map<String, Integer> consumers = new LinkedHashMap<>();
		for (String queue : this.registry.getListenerContainerIds()) {
			if (this.registry.getListenerContainer(queue) instanceof SimpleMessageListenerContainer container) {
				consumers.put(queue, container.isRunning() ? container.getActiveConsumerCount() : 0);
			}
		}
		return state(consumers).withDetail("consumers", consumers).build();
	}

	private Health.Builder state(Map<String, Integer> consumers) {
		String paused = this.listeners.pausedBecause();
		if (paused != null) {
			return Health.outOfService().withDetail("pausedBecause", paused);
		}
		return consumers.containsValue(0) ? Health.down() : Health.up();
	}

}
