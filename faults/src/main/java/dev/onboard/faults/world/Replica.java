package dev.onboard.faults.world;

/** A process of one of the services, with connections of its own to all that it needs. */
public final class Replica {

	// To come: BrokerLink broker(), Link database(), Link mail(), Link smtp(), Link
	// redmine(), Link slack().

	/** kill -9; returns when it is gone. */
	public void kill() {
		throw new UnsupportedOperationException();
	}

	/** SIGTERM; returns when it has ended. */
	public void stop() {
		throw new UnsupportedOperationException();
	}

	/** Returns at once; harmless while it runs. */
	public void launch() {
		throw new UnsupportedOperationException();
	}

	public void awaitReady() {
		throw new UnsupportedOperationException();
	}

}
