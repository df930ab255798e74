package dev.onboard.delivery.ledger;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What was done to whom, for those who come after. */
public class DoneEffects {

	private static final String DONE = """
			select coalesce(evidence, '') from effect
			 where person_id = :person and effect = :effect and state = 'ADDED'
			""";

	private final JdbcClient jdbc;

	DoneEffects(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What it left behind, maybe nothing; empty if it was not done. */
	public Optional<String> evidence(UUID person, String effect) {
		return this.jdbc.sql(DONE).param("person", person).param("effect", effect).query(String.class).optional();
	}

}
