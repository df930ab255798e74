package dev.onboard.mail.james;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Creates a user of James where nothing is under the address, or what is there is ours:
 * our initial password, of this generation or an older one, opens it. Everything else is
 * decided by a human. Answers to the create as seen on 3.8.1: 204 created; 409 there is a
 * user, or mail to the address goes elsewhere; 400 address refused, or its domain
 * unknown.
 */
@Component(OwnMailbox.EFFECT)
class JamesMailbox implements Effect {

	private static final String USER = "/users/{address}";

	private final TargetClient james;

	private final InitialPasswords passwords;

	JamesMailbox(TargetClient james, InitialPasswords passwords) {
		this.james = james;
		this.passwords = passwords;
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
			Address address = Address.ask(admin, work.person().address());
			Outcome created = address.isFree() ? create(admin, address, work, "created") : null;
			// Free, but refused: a user without mailboxes, ours after a lost answer too.
			return (created != null) ? created : decide(admin, address, work);
		}
		catch (Trouble ex) {
			return ex.outcome();
		}
	}

	/** Null if James says that there is something already. */
	private @Nullable Outcome create(WebAdmin admin, Address address, Work work, String how) {
		int status = admin.ask(Set.of(204, 400, 409), HttpMethod.PUT, password(work, work.attempt().generation()), USER,
				address.address());
		if (status == 400) {
			return whyRefused(admin, address.address());
		}
		if (status == 409) {
			return null;
		}
		if (work.instructed(Decision.PURGE)) {
			new Purge(admin, address.address()).forget();
		}
		return done(address, true, how);
	}

	private Outcome decide(WebAdmin admin, Address address, Work work) {
		if (!address.isDiverted() && isOurs(admin, address, work)) {
			return keep(admin, address, work);
		}
		Address known = address.withUser(admin.hasUser(address.address()));
		if (known.isFree()) {
			return refusedForNothing(address);
		}
		if (work.instructed(Decision.ADOPT) && known.canBeAdopted()) {
			return adopt(admin, known, work);
		}
		if (work.instructed(Decision.PURGE) && known.canBePurged()) {
			new Purge(admin, known.address()).remove(known);
			Outcome created = create(admin, known, work, "purged and created anew");
			return (created != null) ? created : refusedForNothing(known);
		}
		return conflict(admin, known, work.person());
	}

	/**
	 * What a purge is to replace was created by it, or is to go, whoever created it.
	 */
	private boolean isOurs(WebAdmin admin, Address address, Work work) {
		int newest = work.attempt().generation();
		int oldest = work.instructed(Decision.PURGE) ? newest : 1;
		return IntStream.iterate(newest, (generation) -> generation >= oldest, (generation) -> generation - 1)
			.anyMatch((generation) -> admin.ask(Set.of(204, 401), HttpMethod.POST, password(work, generation),
					USER + "/verify", address.address()) == 204);
	}

	private static Outcome keep(WebAdmin admin, Address address, Work work) {
		if (work.instructed(Decision.PURGE)) {
			new Purge(admin, address.address()).forget();
		}
		return done(address, !address.mail(), "created by an earlier try");
	}

	private Outcome adopt(WebAdmin admin, Address address, Work work) {
		new Purge(admin, address.address()).removeDiversions(address.diversions());
		admin.ask(Set.of(204), HttpMethod.PUT, password(work, work.attempt().generation()), USER + "?force",
				address.address());
		return done(address, !address.mail(), "taken over");
	}

	private static Outcome done(Address address, boolean empty, String how) {
		return new Outcome.Done("mailbox " + address.address() + " " + how,
				new OwnMailbox(address.address(), empty).evidence());
	}

	private static Outcome refusedForNothing(Address address) {
		return new Outcome.Transient("the mail server refuses " + address.address() + " though nothing is there");
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

	private static Outcome whyRefused(WebAdmin admin, String address) {
		String domain = address.substring(address.indexOf('@') + 1);
		boolean known = admin.ask(Set.of(204, 404), HttpMethod.GET, null, "/domains/{domain}", domain) == 204;
		return known ? new Outcome.Refused("the mail server refuses the address " + address)
				: new Outcome.Misconfigured("the mail server does not know the domain " + domain + "; add it there");
	}

	private Map<String, String> password(Work work, int generation) {
		return Map.of("password", this.passwords.of(work.person(), generation));
	}

}
