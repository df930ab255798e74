package dev.onboard.mail.james;

import java.util.ArrayList;
import java.util.List;

import dev.onboard.events.Person;

/** Tries of one person that no database keeps. */
final class RememberedTries implements Tries {

	private final List<String> addresses = new ArrayList<>();

	@Override
	public void note(Person person, String address) {
		refused(person, address);
		this.addresses.add(address);
	}

	@Override
	public void refused(Person person, String address) {
		this.addresses.remove(address);
	}

	@Override
	public List<String> others(Person person) {
		return this.addresses.stream().filter((address) -> !address.equals(person.address())).toList();
	}

}
