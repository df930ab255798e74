package dev.onboard.faults.cell;

import java.util.function.Predicate;

import dev.onboard.faults.world.Scene;

/**
 * Those of a scene whom a target refuses: one of so many, so that there are rarely
 * several in a row, which would pause the target. Takes logins and addresses.
 *
 * @param oneOf how many people there are for each of them
 */
record Unlucky(int oneOf, Scene scene) implements Predicate<String> {

	@Override
	public boolean test(String person) {
		String login = person.replaceFirst("@.*", "");
		String beginning = this.scene.beginning();
		return login.startsWith(beginning) && Integer.parseInt(login.substring(beginning.length())) % this.oneOf == 0;
	}

}
