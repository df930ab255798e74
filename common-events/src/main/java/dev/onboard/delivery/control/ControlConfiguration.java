package dev.onboard.delivery.control;

import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.forgetting.Erasing;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.outbox.Outbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class ControlConfiguration {

	@Bean
	Control control(Steps steps, Circuits circuits, Outbox outbox, Erasing erasing) {
		return new Control(steps, circuits, outbox, erasing);
	}

}
