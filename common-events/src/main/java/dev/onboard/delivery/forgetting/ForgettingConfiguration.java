package dev.onboard.delivery.forgetting;

import java.util.List;

import dev.onboard.delivery.DeliverySettings;
import dev.onboard.delivery.outbox.Outbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration
@EnableConfigurationProperties(RetentionSettings.class)
class ForgettingConfiguration {

	@Bean
	Erased erased(JdbcClient jdbc) {
		return new Erased(jdbc);
	}

	@Bean
	Erasing erasing(Erased erased, List<PersonalData> data, Outbox outbox, TransactionTemplate transaction,
			DeliverySettings settings) {
		return new Erasing(erased, data, outbox, transaction, settings.lease().plus(settings.handlerLimit()));
	}

	@Bean
	Retention retention(List<Perishable> perishables, TransactionTemplate transaction, RetentionSettings settings) {
		return new Retention(perishables, transaction, settings);
	}

}
