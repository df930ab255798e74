package dev.onboard.task.messaging;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.delivery.settling.ParkedListener;
import dev.onboard.task.parked.KeepingParked;

import org.springframework.stereotype.Component;

/** Drains what was parked. */
@Component
class Parked implements ParkedListener {

	private final KeepingParked keeping;

	Parked(KeepingParked keeping) {
		this.keeping = keeping;
	}

	@Override
	public String queue() {
		return "task.parked";
	}

	@Override
	public void hear(ParkedMessage message) {
		this.keeping.keep(message);
	}

}
