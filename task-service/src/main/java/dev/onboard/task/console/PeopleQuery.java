package dev.onboard.task.console;

import dev.onboard.task.person.Filter;
import dev.onboard.task.person.PersonState;
import org.jspecify.annotations.Nullable;

/**
 * Which people somebody wants to see.
 *
 * @param after where the page begins, null for the newest
 */
public record PeopleQuery(@Nullable PersonState state, @Nullable String search, @Nullable Long after) {

	private static final int PAGE = 50;

	/** Nothing is looked for that nobody can have. */
	static PeopleQuery of(@Nullable PersonState state, @Nullable String search, @Nullable Long after) {
		String text = (search != null) ? search.replaceAll("\\p{Cc}", " ").strip() : "";
		return new PeopleQuery(state, text.isEmpty() ? null : text, after);
	}

	public boolean everybody() {
		return this.state == null && this.search == null && this.after == null;
	}

	Filter filter() {
		return new Filter(this.state, this.search, this.after, PAGE);
	}

}
