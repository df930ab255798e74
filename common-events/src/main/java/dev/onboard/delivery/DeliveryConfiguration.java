package dev.onboard.delivery;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the rooms of the mechanism share. Every service that has this module on its class
 * path gets the mechanism, and imports {@code classpath:delivery.yml}.
 */
@AutoConfiguration(before = DataSourceTransactionManagerAutoConfiguration.class)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	PlatformTransactionManager transactionManager(DataSource database) {
		return new Transactions(database);
	}

	@Bean
	TakingFigures takingFigures(List<Figures> figures, MeterRegistry meters, DeliverySettings settings) {
		return new TakingFigures(figures, meters, settings.figures());
	}

}
