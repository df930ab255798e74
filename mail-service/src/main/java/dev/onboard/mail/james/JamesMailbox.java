package dev.onboard.mail.james;

import java.util.Map;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.mail.InitialPasswords;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Creates a user of James. Answers as seen on 3.8.1: 204 created; 409 exists, and then
 * only the initial password tells whether it is ours; 400 address refused, or its domain
 * unknown. A create after a lost answer meets that 409, so asking first is not needed.
 */
@Component("mailbox")
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
		return "mailbox";
	}

	@Override
	public Outcome perform(Work work) {
		Person person = work.person();
		Attempt attempt = work.attempt();
		return this.james.call(HttpMethod.PUT, password(person, attempt.generation()),
				(answer) -> created(answer, person, attempt), USER, person.address());
	}

	private Outcome created(Answer answer, Person person, Attempt attempt) {
		return switch (answer.status()) {
			case 204 -> new Outcome.Done("mailbox " + person.address() + " created");
			case 409 -> isOurs(person, attempt.generation());
			case 400 -> whyRefused(person);
			default -> trouble(answer);
		};
	}

	/** Ours may have been created by an older generation than this one. */
	private Outcome isOurs(Person person, int generation) {
		return this.james.call(HttpMethod.POST, password(person, generation), (answer) -> switch (answer.status()) {
			case 204 -> new Outcome.Done("mailbox " + person.address() + " created by an earlier try");
			case 401 -> (generation > 1) ? isOurs(person, generation - 1) : new Outcome.Refused(
					"the mailbox " + person.address() + " exists already and is not ours; somebody has to decide");
			default -> trouble(answer);
		}, USER + "/verify", person.address());
	}

	private Outcome whyRefused(Person person) {
		String domain = person.address().substring(person.address().indexOf('@') + 1);
		return this.james.call(HttpMethod.GET, null, (answer) -> switch (answer.status()) {
			case 204 -> new Outcome.Refused("the mail server refuses the address " + person.address());
			case 404 -> new Outcome.Transient("the mail server does not know the domain " + domain + "; add it there");
			default -> trouble(answer);
		}, "/domains/{domain}", domain);
	}

	private Outcome trouble(Answer answer) {
		boolean noAccess = answer.status() == 401 || answer.status() == 403;
		return noAccess ? new Outcome.Transient("the mail server refuses us (" + answer.status()
				+ "); check JAMES_WEBADMIN_TOKEN and JAMES_WEBADMIN_PASSWORD") : this.james.trouble(answer);
	}

	private Map<String, String> password(Person person, int generation) {
		return Map.of("password", this.passwords.of(person, generation));
	}

}
