package dev.onboard.task;

import java.util.EnumMap;
import java.util.Map;

import dev.onboard.task.person.PersonState;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many people are in each state, up to a limit: what it costs does not grow with the
 * people, and it is true at the moment it is asked.
 */
@Component
public class PeopleCounts {

	/** Those above it are not counted. */
	public static final int LIMIT = 10_000;

	/** Touches nothing but the index on state. */
	private static final String COUNT = """
			select count(*) from (select 1 from person where state = :state limit :limit) as counted
			""";

	private final JdbcClient jdbc;

	PeopleCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** For every state; {@link #LIMIT} where there are so many or more. */
	public Map<PersonState, Integer> byState() {
		Map<PersonState, Integer> counts = new EnumMap<>(PersonState.class);
		for (PersonState state : PersonState.values()) {
			counts.put(state, in(state));
		}
		return counts;
	}

	/** For one state; {@link #LIMIT} where there are so many or more. */
	public int in(PersonState state) {
		return this.jdbc.sql(COUNT).param("state", state.name()).param("limit", LIMIT).query(Integer.class).single();
	}

}
