package dev.onboard.task;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.ActivationOrder;
import dev.onboard.events.ActivationOrder.Action;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.TargetSystem;
import org.jspecify.annotations.Nullable;

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

	private final Outbox outbox;

	private final History history;

	private final TaskSettings.Activation settings;

	private final Clock clock;

	HandingOver(People pages, PersonRows people, StepRows steps, Activations activations, LinkSecrets secrets,
			Outbox outbox, History history, TaskSettings settings, Clock clock) {
		this.pages = pages;
		this.people = people;
		this.steps = steps;
		this.activations = activations;
		this.secrets = secrets;
		this.outbox = outbox;
		this.history = history;
		this.settings = settings.activation();
		this.clock = clock;
	}

	/**
	 * Makes a link for somebody to hand over. It works as soon as the mail-service has
	 * heard of it.
	 * @throws UnknownPersonException if there is none
	 * @throws NotPossibleException if there is no mailbox yet
	 */
	@Transactional
	public ActivationLink link(UUID id) {
		Person person = ownerOfMailbox(id);
		Attempt issue = this.activations.nextIssue(id);
		String secret = this.secrets.of(id, issue.generation());
		Instant expiresAt = this.clock.instant().plus(this.settings.valid()).truncatedTo(ChronoUnit.SECONDS);
		order(Action.ISSUE, person, issue, LinkSecrets.hash(secret), expiresAt, "a link was made and shown once");
		return new ActivationLink(this.settings.publicUrl().replaceFirst("/+$", "") + "/activate/" + secret, expiresAt);
	}

	/**
	 * Has a link mailed to the person.
	 * @throws UnknownPersonException if there is none
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
		order(Action.SEND, person, this.activations.nextIssue(id), null, null,
				"a link is to be mailed to " + person.contactEmail());
		return this.pages.get(id);
	}

	/**
	 * Voids every link of the person.
	 * @throws UnknownPersonException if there is none
	 * @throws NotPossibleException if there is no mailbox yet
	 */
	@Transactional
	public PersonPage revoke(UUID id) {
		Person person = ownerOfMailbox(id);
		order(Action.REVOKE, person, this.activations.nextIssue(id), null, null, "no link is to work any more");
		return this.pages.get(id);
	}

	private Person ownerOfMailbox(UUID id) {
		Person person = this.people.lock(id);
		StepState mail = this.steps.of(id).mail().state();
		if (mail != StepState.DONE) {
			throw new NotPossibleException(
					"There is no mailbox to open yet: the mail step is " + mail + ". Ask again when it is DONE.");
		}
		return person;
	}

	private void order(Action action, Person person, Attempt issue, @Nullable String hash, @Nullable Instant expiresAt,
			String text) {
		this.outbox.say(new ActivationOrder(action, person, issue, hash, expiresAt));
		this.history.add(person.id(), TargetSystem.MAIL, "activation-" + action.wireName(), text);
	}

}
