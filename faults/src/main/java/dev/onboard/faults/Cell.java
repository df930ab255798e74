package dev.onboard.faults;

import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Setting;
import dev.onboard.faults.world.Slack;

/**
 * One fault, or one kind of them: what is done to the world while people arrive. It does
 * not judge: whatever it did, in the end everybody has to be ready, once.
 */
public interface Cell {

	/**
	 * For {@code --only}, the report and the logins: group and words, as in
	 * {@code 1-kill-mail}; at most 30 characters.
	 */
	String name();

	/** How people are announced meanwhile. */
	default Slack slack() {
		return Slack.CARD;
	}

	/** How the system is set up meanwhile. */
	default Setting setting() {
		return Setting.announcingBy(slack());
	}

	/** Whether messages come that nobody can read. */
	default boolean parks() {
		return false;
	}

	/** How many people it needs where so many were asked for. */
	default int people(int asked) {
		return asked;
	}

	/**
	 * Lets people arrive and breaks something meanwhile. What it broke it need not mend,
	 * nor wait for the people: both is done after it.
	 * @throws Exception if it could not do what it is for; the cell has then failed
	 */
	void happen(Scene scene) throws Exception;

}
