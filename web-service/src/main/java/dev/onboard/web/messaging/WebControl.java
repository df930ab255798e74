package dev.onboard.web.messaging;

import java.util.List;

import dev.onboard.delivery.control.Control;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.Event;

import org.springframework.stereotype.Component;

/** Hears what people ask for by hand. */
@Component
class WebControl implements QueueListener {

	private final Control control;

	private final List<Control.Route> routes;

	WebControl(Control control, Step addingToRedmine, Step postingToSlack) {
		this.control = control;
		this.routes = List.of(new Control.Route(addingToRedmine, WebQueues.REDMINE),
				new Control.Route(postingToSlack, WebQueues.SLACK));
	}

	@Override
	public String queue() {
		return "web.control";
	}

	@Override
	public void hear(Event event) {
		this.control.hear(event, this.routes, queue());
	}

}
