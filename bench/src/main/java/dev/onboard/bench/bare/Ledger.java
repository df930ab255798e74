package dev.onboard.bench.bare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The rows of leases, for one thread. */
final class Ledger {

	private static final String CLAIM = """
			insert into bare_effect (person_id, effect, generation, attempt, state, lease, lease_until)
			values (?, ?, 1, 1, 'STARTED', ?, now() + interval '60 s')
			""";

	private static final String END = """
			update bare_effect
			   set state = ?, detail = ?, evidence = ?, lease = null, lease_until = null, updated_at = now()
			 where person_id = ? and effect = ?
			""";

	private final Connection database;

	private final UUID person;

	Ledger(Connection database, UUID person) {
		this.database = database;
		this.person = person;
	}

	void claim(String effect) throws SQLException {
		Sql.run(this.database, CLAIM, this.person, effect, UUID.randomUUID());
	}

	void end(String effect, String state, String detail) throws SQLException {
		Sql.run(this.database, END, state, detail, "", this.person, effect);
	}

}
