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

	private static final String PASS_ON = "with ended as (" + END + """
			 returning 1)
			insert into bare_effect (person_id, effect, generation, attempt, state, lease, lease_until)
			select ?, ?, 1, 1, 'STARTED', ?, now() + interval '60 s' from ended
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

	/** Ends one effect and claims the next, at once. */
	void passOn(String effect, String detail, String next) throws SQLException {
		Sql.run(this.database, PASS_ON, "ADDED", detail, "", this.person, effect, this.person, next, UUID.randomUUID());
	}

	void end(String effect, String state, String detail) throws SQLException {
		Sql.run(this.database, END, state, detail, "", this.person, effect);
	}

}
