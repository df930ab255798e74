package dev.onboard.faults.world;

/** Who is to be added, as the API takes it. */
public record Newcomer(String login, String firstName, String lastName) {

	/** Of the cell, with names that are not ASCII. */
	static Newcomer number(String beginning, int number) {
		return new Newcomer(beginning + number, "Алиса", "李" + number);
	}

}
