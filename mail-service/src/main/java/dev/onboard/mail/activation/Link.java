package dev.onboard.mail.activation;

import dev.onboard.events.Attempt;
import dev.onboard.events.Person;

/**
 * A link that works, without its secret.
 *
 * @param person as they were when it was issued
 */
record Link(Person person, int issue) {

	/**
	 * What reports about it are said with. Its number is always the same: what was said
	 * later counts.
	 */
	Attempt attempt() {
		return new Attempt(this.issue, 1);
	}

}
