package dev.onboard.delivery;

import java.time.Clock;

import dev.onboard.delivery.outbox.Outbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one mechanism, for every service that has this module on its class path and imports
 * {@code classpath:delivery.yml}.
 */
@AutoConfiguration
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	Steps steps(JdbcClient jdbc, Outbox outbox, TransactionTemplate transaction, Clock clock,
			DeliverySettings settings) {
		RetrySchedule schedule = new RetrySchedule(settings.retry().delays(), settings.retry().maxAttempts());
		return new Steps(new Ledger(jdbc, settings.lease()), outbox, schedule, transaction, clock);
	}

}
