package dev.onboard.delivery.settling;

import java.util.UUID;

import dev.onboard.delivery.forgetting.Erased;
import dev.onboard.events.Event;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets nothing in that is said of somebody who was erased; such messages are dropped. */
record Door(QueueListener listener, Erased erased) implements QueueListener {

	private static final Logger log = LoggerFactory.getLogger(Door.class);

	@Override
	public String queue() {
		return this.listener.queue();
	}

	@Override
	public @Nullable TargetSystem target() {
		return this.listener.target();
	}

	@Override
	public void hear(Event event) {
		if (event instanceof PersonEvent said) {
			hear(said, said.person().id());
		}
		else {
			this.listener.hear(event);
		}
	}

	private void hear(PersonEvent event, UUID person) {
		if (!this.listener.knowsErased() && isErased(event, person)) {
			return;
		}
		try {
			this.listener.hear(event);
		}
		catch (RuntimeException ex) {
			// They may have been erased meanwhile, and must not be parked.
			if (!isErased(event, person)) {
				throw ex;
			}
		}
	}

	private boolean isErased(PersonEvent event, UUID person) {
		boolean erased = this.erased.contains(person);
		if (erased) {
			log.info("Dropping {}: the person was erased", event.type());
		}
		return erased;
	}

}
