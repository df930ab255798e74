package dev.onboard.faults.link;

/** Lets traffic pass, or holds it until it is opened again. */
final class Valve {

	private boolean shut;

	private int held;

	synchronized void open() {
		this.shut = false;
		notifyAll();
	}

	synchronized void shut() {
		this.shut = true;
	}

	/** Returns when it is open. */
	synchronized void pass() throws InterruptedException {
		this.held += this.shut ? 1 : 0;
		while (this.shut) {
			wait();
		}
	}

	/** How often something had to wait. */
	synchronized int held() {
		return this.held;
	}

}
