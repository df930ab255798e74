package dev.onboard.mail.messaging;

import java.util.List;

import dev.onboard.delivery.control.Control;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.Event;

import org.springframework.stereotype.Component;

/** Hears what people ask for by hand. */
@Component
class MailControl implements QueueListener {

	private final Control control;

	private final List<Control.Route> routes;

	MailControl(Control control, Step addingToMail) {
		this.control = control;
		this.routes = List.of(new Control.Route(addingToMail, MailOrders.QUEUE));
	}

	@Override
	public String queue() {
		return "mail.control";
	}

	@Override
	public void hear(Event event) {
		this.control.hear(event, this.routes, queue());
	}

}
