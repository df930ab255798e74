package dev.onboard.mail.james;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Person;
import dev.onboard.mail.AliasPattern;
import dev.onboard.mail.MailRoles;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Gives a mailbox what its owner's role has for it. An alias or a group never takes the
 * place of anybody's address: what cannot be had is left out, and said so. As seen on
 * 3.8.1, James itself would accept (204) the address of a user for both, and of another
 * one's alias, and then divert their mail. All calls can be repeated.
 */
@Component("mailboxExtras")
class JamesExtras implements Effect {

	private final TargetClient james;

	private final MailRoles roles;

	JamesExtras(TargetClient james, MailRoles roles) {
		this.james = james;
		this.roles = roles;
	}

	@Override
	public String name() {
		return "mailbox-extras";
	}

	@Override
	public Outcome perform(Work work) {
		String name = work.person().role();
		if (name == null) {
			return Outcome.Done.withoutCall("", null);
		}
		MailRoles.Role role = this.roles.roles().get(name);
		if (role == null) {
			return Outcome.Refused
				.withoutCall("nothing says what the role " + name + " gets on the mail server; add it to"
						+ " roles.yml and restart the mail-service, then retry, or give the person another role");
		}
		try {
			return new Outcome.Done(give(new WebAdmin(this.james), work.person(), role.mail()));
		}
		catch (Trouble ex) {
			return ex.outcome();
		}
	}

	private static String give(WebAdmin james, Person person, MailRoles.Extras extras) {
		Set<String> given = new LinkedHashSet<>();
		List<String> leftOut = new ArrayList<>();
		Aliases aliases = new Aliases(james, person.address());
		for (String pattern : extras.aliases()) {
			new AliasPattern(pattern).of(person)
				.ifPresentOrElse((alias) -> note("alias " + alias, aliases.add(alias), given, leftOut),
						() -> leftOut.add("alias " + pattern + " (the name cannot be written in an address)"));
		}
		for (String group : extras.groups()) {
			note("group " + group, join(james, group, person.address()), given, leftOut);
		}
		DataSize quota = extras.quota();
		if (quota != null) {
			note("quota " + quota.toMegabytes() + " MB", limit(james, quota, person.address()), given, leftOut);
		}
		String without = leftOut.isEmpty() ? "" : "left out: " + String.join(", ", leftOut);
		String gap = (given.isEmpty() || leftOut.isEmpty()) ? "" : "; ";
		return String.join(", ", given) + gap + without;
	}

	private static void note(String what, String whyNot, Set<String> given, List<String> leftOut) {
		if (whyNot.isEmpty()) {
			given.add(what);
		}
		else {
			leftOut.add(what + " (" + whyNot + ")");
		}
	}

	private static String limit(WebAdmin james, DataSize quota, String address) {
		int status = james.ask(Set.of(204, 400), HttpMethod.PUT, quota.toBytes(), "/quota/users/{address}/size",
				address);
		return refusal(status);
	}

	private static String join(WebAdmin james, String group, String address) {
		if (james.hasUser(group)) {
			return "it is somebody's mailbox";
		}
		int status = james.ask(Set.of(204, 400, 409), HttpMethod.PUT, null, "/address/groups/{group}/{member}", group,
				address);
		return refusal(status);
	}

	private static String refusal(int status) {
		return (status == 204) ? "" : "the mail server refuses it with " + status;
	}

}
