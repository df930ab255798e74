package dev.onboard.delivery.ledger;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Whether this process is about to end, so that nothing more is begun. */
class Stopping implements ApplicationListener<ContextClosedEvent> {

	private volatile boolean asked;

	boolean isAsked() {
		return this.asked;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent closing) {
		this.asked = true;
	}

}
