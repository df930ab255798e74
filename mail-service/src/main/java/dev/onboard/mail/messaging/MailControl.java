package dev.onboard.mail.messaging;

import java.util.List;

import dev.onboard.delivery.control.Control;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.ActivationOrder;
import dev.onboard.events.Event;
import dev.onboard.events.StepRefresh;
import dev.onboard.events.TargetSystem;
import dev.onboard.mail.HandingOver;

import org.springframework.stereotype.Component;

/** Hears what people ask for by hand. */
@Component
class MailControl implements QueueListener {

	private final Control control;

	private final HandingOver handingOver;

	private final List<Control.Route> routes;

	MailControl(Control control, HandingOver handingOver, Step addingToMail) {
		this.control = control;
		this.handingOver = handingOver;
		this.routes = List.of(new Control.Route(addingToMail, MailOrders.QUEUE));
	}

	@Override
	public String queue() {
		return HandingOver.QUEUE;
	}

	@Override
	public void hear(Event event) {
		if (event instanceof ActivationOrder order) {
			this.handingOver.carryOut(order);
		}
		else if (event instanceof StepRefresh refresh && refresh.system() == TargetSystem.MAIL) {
			this.handingOver.goOn(refresh);
		}
		else {
			this.control.hear(event, this.routes, queue());
		}
	}

}
