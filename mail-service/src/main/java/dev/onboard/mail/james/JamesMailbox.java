package dev.onboard.mail.james;

import java.util.ArrayList;
import java.util.List;

import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Person;
import dev.onboard.mail.InitialPasswords;
import dev.onboard.mail.OwnMailbox;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gives a person a mailbox of James where nothing is under the address, or what is there
 * is provably ours. Everything else is decided by a human: whoever gets an address must
 * not get the mail of somebody else with it.
 */
@Component(OwnMailbox.EFFECT)
class JamesMailbox implements Effect {

	private final TargetClient james;

	private final InitialPasswords passwords;

	private final Tries tries;

	JamesMailbox(TargetClient james, InitialPasswords passwords, Tries tries) {
		this.james = james;
		this.passwords = passwords;
		this.tries = tries;
	}

	@Override
	public String name() {
		return OwnMailbox.EFFECT;
	}

	@Override
	public Person left(Person person, String evidence) {
		return person.at(OwnMailbox.of(evidence).address());
	}

	@Override
	public Outcome perform(Work work) {
		WebAdmin admin = new WebAdmin(this.james);
		try {
			Opening opening = new Opening(admin, this.passwords, this.tries, work);
			Outcome elsewhere = elsewhere(opening);
			return (elsewhere != null) ? elsewhere : here(opening);
		}
		catch (Trouble ex) {
			return ex.outcome();
		}
	}

	/**
	 * The login may have been changed after an answer was lost, and with it the only one
	 * who knows of that mailbox. A decision is about what is under the address now.
	 */
	private @Nullable Outcome elsewhere(Opening opening) {
		Work work = opening.work();
		if (work.instructed(Decision.ADOPT) || work.instructed(Decision.PURGE)) {
			return null;
		}
		return this.tries.others(work.person())
			.stream()
			.map((other) -> Address.ask(opening.james(), other))
			.filter((other) -> isOurs(opening, other))
			.findFirst()
			.map(opening::keep)
			.orElse(null);
	}

	private static Outcome here(Opening opening) {
		Address address = Address.ask(opening.james(), opening.work().person().address());
		Outcome created = address.isFree() ? opening.create(address.address(), "created") : null;
		// Free, but refused: a user without mailboxes, ours after a lost answer too.
		return (created != null) ? created : decide(opening, address);
	}

	private static boolean isOurs(Opening opening, Address address) {
		return !address.isDiverted() && opening.isOurs(address);
	}

	private static Outcome decide(Opening opening, Address address) {
		if (isOurs(opening, address)) {
			return opening.keep(address);
		}
		Work work = opening.work();
		Address known = address.withUser(opening.james().hasUser(address.address()));
		Outcome outcome = null;
		if (work.instructed(Decision.ADOPT) && known.canBeAdopted()) {
			outcome = opening.takeOver(known);
		}
		else if (work.instructed(Decision.PURGE) && known.canBePurged()) {
			outcome = opening.purge(known);
		}
		else if (!known.isFree()) {
			outcome = conflict(opening.james(), known, work.person());
		}
		return (outcome != null) ? outcome
				: new Outcome.Transient("the mail server refuses " + known.address() + " though nothing is there");
	}

	private static Outcome conflict(WebAdmin admin, Address address, Person person) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice(Decision.RENAME, FreeLogin.like(admin, person)));
		if (address.canBeAdopted()) {
			choices.add(Choice.of(Decision.ADOPT));
		}
		if (address.canBePurged()) {
			choices.add(Choice.of(Decision.PURGE));
		}
		return new Outcome.Conflict(address.description(), choices);
	}

}
