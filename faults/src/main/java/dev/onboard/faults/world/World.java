package dev.onboard.faults.world;

import java.util.List;

import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;

/** Broker, database, the servers outside, and two replicas of each service. */
public final class World implements AutoCloseable {

	public Broker broker() {
		return Broker.shared();
	}

	public Database database() {
		return Database.shared();
	}

	// To come: Outside outside().

	/** Both of {@code task-service}, {@code mail-service} or {@code web-service}. */
	public List<Replica> replicas(String service) {
		throw new UnsupportedOperationException(service);
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}

}
