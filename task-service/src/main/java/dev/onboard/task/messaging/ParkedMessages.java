package dev.onboard.task.messaging;

import dev.onboard.delivery.settling.CountedQueue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What no service can read; how much there is of it is measured. */
@Configuration(proxyBeanMethods = false)
class ParkedMessages {

	@Bean
	CountedQueue parked() {
		return new CountedQueue("task.parked");
	}

}
