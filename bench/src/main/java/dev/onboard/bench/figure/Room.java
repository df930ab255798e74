package dev.onboard.bench.figure;

import java.util.concurrent.Semaphore;

/** So many people are on the way at most. */
final class Room implements Load.Turns {

	private final Semaphore places;

	Room(int places) {
		this.places = new Semaphore(places);
	}

	@Override
	public void await(String login) throws InterruptedException {
		this.places.acquire();
	}

	@Override
	public void refused(String login) {
		leave(login);
	}

	/** Somebody is through. */
	void leave(String login) {
		this.places.release();
	}

}
