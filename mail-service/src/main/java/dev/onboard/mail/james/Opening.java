package dev.onboard.mail.james;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Decision;
import dev.onboard.mail.InitialPasswords;
import dev.onboard.mail.OwnMailbox;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Makes an address a person's mailbox, which our initial password opens. Answers to the
 * create as seen on 3.8.1: 204 created; 409 there is a user, or mail to the address goes
 * elsewhere; 400 address refused, or its domain unknown.
 */
record Opening(WebAdmin james, InitialPasswords passwords, Tries tries, Work work) {

	private static final String USER = "/users/{address}";

	/** Null if James says that there is something already. */
	@Nullable Outcome create(String address, String how) {
		this.tries.note(this.work.person(), address);
		int status = this.james.ask(Set.of(204, 400, 409), HttpMethod.PUT, password(newest()), USER, address);
		return switch (status) {
			case 204 -> opened(address, true, how);
			case 400 -> whyRefused(address);
			default -> null;
		};
	}

	/**
	 * Whether our password, of this generation or an older one, opens it. What a purge is
	 * to replace was created by it, or is to go, whoever created it.
	 */
	boolean isOurs(Address address) {
		int oldest = this.work.instructed(Decision.PURGE) ? newest() : 1;
		return IntStream.iterate(newest(), (generation) -> generation >= oldest, (generation) -> generation - 1)
			.anyMatch((generation) -> this.james.ask(Set.of(204, 401), HttpMethod.POST, password(generation),
					USER + "/verify", address.address()) == 204);
	}

	Outcome keep(Address address) {
		return opened(address.address(), !address.mail(), "created by an earlier try");
	}

	/** The old mail stays; the old password does not. */
	Outcome takeOver(Address address) {
		new Purge(this.james, address.address()).removeDiversions(address.diversions());
		this.tries.note(this.work.person(), address.address());
		this.james.ask(Set.of(204), HttpMethod.PUT, password(newest()), USER + "?force", address.address());
		return opened(address.address(), !address.mail(), "taken over");
	}

	/** Null as {@link #create}. */
	@Nullable Outcome purge(Address address) {
		new Purge(this.james, address.address()).remove(address);
		return create(address.address(), "purged and created anew");
	}

	private Outcome opened(String address, boolean empty, String how) {
		if (this.work.instructed(Decision.PURGE)) {
			new Purge(this.james, address).forget();
		}
		return new Outcome.Done("mailbox " + address + " " + how, new OwnMailbox(address, empty).evidence());
	}

	private Outcome whyRefused(String address) {
		String domain = address.substring(address.indexOf('@') + 1);
		boolean known = this.james.ask(Set.of(204, 404), HttpMethod.GET, null, "/domains/{domain}", domain) == 204;
		if (!known) {
			return new Outcome.Misconfigured("the mail server does not know the domain " + domain + "; add it there");
		}
		this.tries.refused(this.work.person(), address);
		return new Outcome.Refused("the mail server refuses the address " + address);
	}

	private int newest() {
		return this.work.attempt().generation();
	}

	private Map<String, String> password(int generation) {
		return Map.of("password", this.passwords.of(this.work.person(), generation));
	}

}
