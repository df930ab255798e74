package dev.onboard.bench;

/**
 * How many people some figures need.
 *
 * @param people after whom P6 reads the memory first
 * @param crowd who are in the database at first for P9
 * @param backlog who wait in P9
 */
record Sizes(int people, int crowd, int backlog) {

	static final int LEAST_CROWD = 2000;

	static final int LEAST_BACKLOG = 100;

}
