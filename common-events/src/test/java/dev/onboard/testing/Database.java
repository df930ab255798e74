package dev.onboard.testing;

import java.nio.file.Path;

/** A PostgreSQL with a schema and a role for each service. */
public final class Database {

	private static final String SCRIPT = "postgres/local";

	private final Path folder = Project.emptyFolder("postgres");

	private Database() {
		Exit.stops(() -> Project.run(SCRIPT, "stop", this.folder.toString()));
		start();
	}

	/** The database of this test run. */
	public static Database shared() {
		return Shared.DATABASE;
	}

	public String url() {
		return "jdbc:postgresql://127.0.0.1:" + Project.port(this.folder, "POSTGRES_PORT") + "/onboard";
	}

	/** What it has logged since it was started the last time but one. */
	public String log() {
		return Project.log(this.folder, "postgres.log");
	}

	/** kill -9 of all its processes. */
	public void crash() {
		Project.run(SCRIPT, "kill", this.folder.toString());
	}

	/** Again, with its data, on the same port. */
	public void start() {
		Project.start(SCRIPT, this.folder);
	}

	private static final class Shared {

		private static final Database DATABASE = new Database();

	}

}
