package dev.onboard.delivery;

import dev.onboard.testing.Infrastructure;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.context.annotation.Bean;

/** The mechanism alone, as the mail-service would have it. */
@SpringBootConfiguration
@EnableAutoConfiguration
class DeliveryTestApplication {

	@Bean
	DynamicPropertyRegistrar infrastructure() {
		return Infrastructure::register;
	}

}
