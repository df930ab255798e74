package dev.onboard.task.messaging;

import dev.onboard.delivery.settling.CountedQueue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where messages are put aside; how many are there is measured. */
@Configuration(proxyBeanMethods = false)
class ParkedQueues {

	@Bean
	CountedQueue countParked() {
		return new CountedQueue("task.parked");
	}

	@Bean
	CountedQueue countUnreadable() {
		return new CountedQueue(UnreadableQueue.NAME);
	}

}
