package dev.onboard.mail.james;

import java.util.Map;

import dev.onboard.delivery.http.Answer;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.mail.Passwords;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Sets passwords of James's users. {@code ?force} would create a user who is not there,
 * so that is asked first. No outcome has anything of the body of an answer, which might
 * repeat what it was sent.
 */
@Component
class JamesPasswords implements Passwords {

	private static final String USER = "/users/{address}";

	private final TargetClient james;

	JamesPasswords(TargetClient james) {
		this.james = james;
	}

	@Override
	public Outcome set(String address, String password) {
		return this.james.call(HttpMethod.HEAD, null, (user) -> switch (user.status()) {
			case 200 -> put(address, password);
			case 404 -> new Outcome.Refused("there is no mailbox " + address + " on the mail server");
			default -> trouble(user);
		}, USER, address);
	}

	private Outcome put(String address, String password) {
		return this.james.call(HttpMethod.PUT, Map.of("password", password),
				(answer) -> (answer.status() == 204) ? new Outcome.Done("password set") : trouble(answer),
				USER + "?force", address);
	}

	private Outcome trouble(Answer answer) {
		Outcome trouble = WebAdmin.trouble(this.james, answer);
		return (trouble instanceof Outcome.Misconfigured) ? trouble : new Outcome.Transient(
				"the mail server answered " + answer.status() + " when a password was to be set");
	}

}
