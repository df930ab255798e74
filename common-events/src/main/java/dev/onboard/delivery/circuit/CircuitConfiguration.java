package dev.onboard.delivery.circuit;

import dev.onboard.delivery.DeliverySettings;
import dev.onboard.delivery.outbox.Outbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration
class CircuitConfiguration {

	@Bean
	Circuits circuits(JdbcClient jdbc, Outbox outbox, TransactionTemplate transaction, DeliverySettings settings) {
		return new Circuits(new TargetRows(jdbc), outbox, transaction, settings.circuit());
	}

	@Bean
	TargetFigures targetFigures(JdbcClient jdbc) {
		return new TargetFigures(jdbc);
	}

}
