package dev.onboard.bench.world;

/** The task-service in the place of ours, to be started in one way or the other. */
public final class Starts {

	private static final String ROLE = "task";

	private final Programs programs;

	private final int port;

	Starts(Programs programs, int port) {
		this.programs = programs;
		this.port = port;
	}

	/** As its image starts it. */
	public Program asInImage() {
		return this.programs.asInImage(ROLE, this.port);
	}

	/** As a jar that nobody prepared. */
	public Program plain() {
		return this.programs.plain(ROLE, this.port);
	}

}
