package dev.onboard.faults;

import java.util.ArrayList;
import java.util.List;

/** What went wrong beside the people, in words. */
final class Troubles {

	private final List<String> words = new ArrayList<>();

	/** Goes on whatever happens, and keeps why it failed. */
	void attempt(String otherwise, Attempt attempt) {
		try {
			attempt.carryOut();
		}
		catch (Exception | AssertionError ex) {
			add(otherwise + ": " + ex);
		}
	}

	void add(String trouble) {
		this.words.add(trouble);
	}

	List<String> words() {
		return List.copyOf(this.words);
	}

	interface Attempt {

		void carryOut() throws Exception;

	}

}
