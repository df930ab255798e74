package dev.onboard.faults;

import dev.onboard.faults.world.Scene;

/**
 * One fault, or one kind of them: what is done to the world while people arrive. It does
 * not judge: whatever it did, in the end everybody has to be ready, once.
 */
public interface Cell {

	/**
	 * For {@code --only} and the report: group and words, as in {@code 1-kill-mail}.
	 */
	String name();

	/**
	 * Lets people arrive and breaks something meanwhile. What it broke it need not mend,
	 * nor wait for the people: both is done after it.
	 * @throws Exception if it could not do what it is for; the cell has then failed
	 */
	void happen(Scene scene) throws Exception;

}
