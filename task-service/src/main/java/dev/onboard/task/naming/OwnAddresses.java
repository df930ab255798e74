package dev.onboard.task.naming;

import java.util.Optional;

import dev.onboard.task.NewPerson;
import dev.onboard.task.People;
import dev.onboard.task.TaskSettings;

import org.springframework.stereotype.Component;

/** What is known here of an address, without asking anybody. */
@Component
public class OwnAddresses {

	private final TakenLogins logins;

	private final TaskSettings settings;

	OwnAddresses(TakenLogins logins, TaskSettings settings) {
		this.logins = logins;
		this.settings = settings;
	}

	/** Empty where only the mail server knows it. */
	public Optional<AddressAnswer> answer(String address) {
		String login = address.substring(0, Math.max(0, address.lastIndexOf('@')));
		if (!login.matches(NewPerson.LOGIN) || login.length() > NewPerson.LONGEST_LOGIN
				|| !address.equals(this.settings.address(login))) {
			return Optional.of(new AddressAnswer(Availability.UNKNOWN,
					"People get addresses such as " + this.settings.address("alice.ivanova") + ", and this is none."));
		}
		return this.logins.by(login)
			.map((person) -> new AddressAnswer(Availability.TAKEN, address + " is taken by " + person));
	}

}
