package dev.onboard.task.activation;

import java.util.Objects;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.ActivationOrder;
import dev.onboard.events.ActivationOrder.Action;
import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.History;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells the mail-service what is to become of a person's links. To be called in the
 * transaction that has the person locked.
 */
@Component
public class LinkOrders {

	private final Activations activations;

	private final Outbox outbox;

	private final History history;

	LinkOrders(Activations activations, Outbox outbox, History history) {
		this.activations = activations;
		this.outbox = outbox;
		this.history = history;
	}

	/**
	 * Orders it, and notes that.
	 * @param text for the person's history
	 */
	public void say(ActivationOrder order, String text) {
		this.outbox.say(order);
		this.history.add(order.person().id(), TargetSystem.MAIL, "activation-" + order.action().wireName(), text);
	}

	/**
	 * Where a link was mailed that has not been used, and not to where the person can be
	 * reached now: voids it at once, and has another one mailed there.
	 * @param mailedTo null for nowhere
	 */
	public void follow(Person person, @Nullable String mailedTo) {
		String contact = person.contactEmail();
		if (Objects.equals(mailedTo, contact) || !this.activations.areMailed(person.id())) {
			return;
		}
		if (mailedTo != null) {
			// Said apart from the mail, which may have to wait.
			say(next(Action.REVOKE, person), "the link that went to " + mailedTo + " is not to work any more");
		}
		if (contact != null) {
			say(next(Action.SEND, person), "a link is to be mailed to " + contact);
		}
	}

	private ActivationOrder next(Action action, Person person) {
		return new ActivationOrder(action, person, this.activations.nextIssue(person.id(), true), null, null);
	}

}
