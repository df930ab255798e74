package dev.onboard.delivery.settling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows how many consumers each queue has here, and why they are paused if they are.
 * Queues that are held because of their target are shown apart: nothing is wrong with us.
 */
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
			if (!this.listeners.holds(queue)
					&& this.registry.getListenerContainer(queue) instanceof SimpleMessageListenerContainer container) {
				consumers.put(queue, container.isRunning() ? container.getActiveConsumerCount() : 0);
			}
		}
		List<String> held = this.registry.getListenerContainerIds().stream().filter(this.listeners::holds).toList();
		return state(consumers).withDetail("consumers", consumers).withDetail("held", held).build();
	}

	private Health.Builder state(Map<String, Integer> consumers) {
		String paused = this.listeners.pausedBecause();
		if (paused != null) {
			return Health.outOfService().withDetail("pausedBecause", paused);
		}
		return consumers.containsValue(0) ? Health.down() : Health.up();
	}

}
