package dev.onboard.delivery.ledger;

import java.time.Clock;

import dev.onboard.delivery.DeliverySettings;
import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration
class LedgerConfiguration {

	@Bean
	Stopping stopping() {
		return new Stopping();
	}

	@Bean
	Steps steps(JdbcClient jdbc, Outbox outbox, Circuits circuits, TransactionTemplate transaction, Clock clock,
			DeliverySettings settings, ObservationRegistry observations, MeterRegistry meters, Stopping stopping) {
		RetrySchedule schedule = new RetrySchedule(settings.retry().delays(), settings.retry().maxAttempts());
		Ledger ledger = new Ledger(jdbc, settings.lease());
		return new Steps(ledger, new DueAttempts(jdbc), outbox, circuits, schedule,
				new Recording(ledger, outbox, circuits, transaction, clock), new StepMeters(observations, meters),
				stopping);
	}

	@Bean
	LedgerWords ledgerWords(JdbcClient jdbc) {
		return new LedgerWords(jdbc);
	}

	@Bean
	DoneEffects doneEffects(JdbcClient jdbc) {
		return new DoneEffects(jdbc);
	}

}
