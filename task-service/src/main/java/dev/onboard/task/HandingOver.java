package dev.onboard.task;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import dev.onboard.events.ActivationOrder;
import dev.onboard.events.ActivationOrder.Action;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.task.activation.ActivationLink;
import dev.onboard.task.activation.Activations;
import dev.onboard.task.activation.LinkOrders;
import dev.onboard.task.person.ErasedPersonException;
import dev.onboard.task.person.NotPossibleException;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.StepRows;
import dev.onboard.task.person.StepState;
import dev.onboard.task.person.UnknownPersonException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a mailbox over to its owner by a link, with which they choose their password.
 * With each new link the earlier ones are void.
 */
@Component
public class HandingOver {

	private final People pages;

	private final PersonRows people;

	private final StepRows steps;

	private final Activations activations;

	private final LinkSecrets secrets;

	private final LinkOrders orders;

	private final TaskSettings.Activation settings;

	private final Clock clock;

	HandingOver(People pages, PersonRows people, StepRows steps, Activations activations, LinkSecrets secrets,
			LinkOrders orders, TaskSettings settings, Clock clock) {
		this.pages = pages;
		this.people = people;
		this.steps = steps;
		this.activations = activations;
		this.secrets = secrets;
		this.orders = orders;
		this.settings = settings.activation();
		this.clock = clock;
	}

	/**
	 * Makes a link for somebody to hand over. It works as soon as the mail-service has
	 * heard of it.
	 * @throws UnknownPersonException if nobody ever had this id
	 * @throws ErasedPersonException if somebody had it
	 * @throws NotPossibleException if there is no mailbox yet
	 */
	@Transactional
	public ActivationLink link(UUID id) {
		Person person = ownerOfMailbox(id);
		Attempt issue = this.activations.nextIssue(id, false);
		String secret = this.secrets.of(id, issue.generation());
		Instant expiresAt = this.clock.instant().plus(this.settings.valid()).truncatedTo(ChronoUnit.SECONDS);
		this.orders.say(new ActivationOrder(Action.ISSUE, person, issue, LinkSecrets.hash(secret), expiresAt),
				"a link was made and shown once");
		return new ActivationLink(this.settings.publicUrl().replaceFirst("/+$", "") + "/activate/" + secret, expiresAt,
				issue.generation());
	}

	/** Whether the mail-service has said by now that a link works. */
	@Transactional(readOnly = true)
	public boolean works(UUID id, ActivationLink link) {
		return this.activations.heardOf(id, link.issue());
	}

	/**
	 * Has a link mailed to the person.
	 * @throws UnknownPersonException if nobody ever had this id
	 * @throws ErasedPersonException if somebody had it
	 * @throws NotPossibleException if there is no mailbox yet, or nowhere to mail to
	 */
	@Transactional
	public PersonPage mail(UUID id) {
		Person person = ownerOfMailbox(id);
		if (person.contactEmail() == null) {
			throw new NotPossibleException("Nobody knows where to mail the link to. PATCH /users/" + id
					+ " with {\"contactEmail\":\"…\"} first, or POST /users/" + id
					+ "/activation-link and hand the link over yourself.");
		}
		this.orders.say(new ActivationOrder(Action.SEND, person, this.activations.nextIssue(id, true), null, null),
				"a link is to be mailed to " + person.contactEmail());
		return this.pages.get(id);
	}

	/**
	 * Voids every link of the person.
	 * @throws UnknownPersonException if nobody ever had this id
	 * @throws ErasedPersonException if somebody had it
	 * @throws NotPossibleException if there is no mailbox yet, and no link either
	 */
	@Transactional
	public PersonPage revoke(UUID id) {
		Person person = this.people.lock(id);
		if (this.activations.of(id) == null) {
			checkMailbox(id);
		}
		this.orders.say(new ActivationOrder(Action.REVOKE, person, this.activations.nextIssue(id, false), null, null),
				"no link is to work any more");
		return this.pages.get(id);
	}

	private Person ownerOfMailbox(UUID id) {
		Person person = this.people.lock(id);
		checkMailbox(id);
		return person;
	}

	private void checkMailbox(UUID id) {
		StepState mail = this.steps.of(id).mail().state();
		if (mail != StepState.DONE) {
			throw new NotPossibleException(
					"There is no mailbox to open yet: the mail step is " + mail + ". Ask again when it is DONE.");
		}
	}

}
