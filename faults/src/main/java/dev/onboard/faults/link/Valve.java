package dev.onboard.faults.link;

/** Lets traffic pass, or holds it until it is opened again. */
final class Valve {

	private boolean shut;

	synchronized void open() {
		this.shut = false;
		notifyAll();
	}

	synchronized void shut() {
		this.shut = true;
	}

	/** Returns when it is open. */
	synchronized void pass() throws InterruptedException {
		while (this.shut) {
			wait();
		}
	}

}
