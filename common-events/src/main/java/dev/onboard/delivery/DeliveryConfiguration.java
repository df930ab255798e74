package dev.onboard.delivery;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * What the rooms of the mechanism share. Every service that has this module on its class
 * path gets the mechanism, and imports {@code classpath:delivery.yml}.
 */
@AutoConfiguration
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	TakingFigures takingFigures(List<Figures> figures, MeterRegistry meters, DeliverySettings settings) {
		return new TakingFigures(figures, meters, settings.figures());
	}

}
