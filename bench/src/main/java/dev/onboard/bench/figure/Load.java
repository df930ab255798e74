package dev.onboard.bench.figure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import dev.onboard.bench.wire.HttpLine;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;

/**
 * Clients, each of whom adds one person after the other over a connection that is kept.
 */
final class Load implements AutoCloseable {

	private final Newcomers newcomers;

	private final int port;

	private final Turns turns;

	private final AtomicLong answered = new AtomicLong();

	private final Set<String> accepted = ConcurrentHashMap.newKeySet();

	private final Set<String> refused = ConcurrentHashMap.newKeySet();

	private final Set<String> strange = ConcurrentHashMap.newKeySet();

	private final List<Thread> clients = new ArrayList<>();

	private volatile boolean closing;

	/** When the next person may be added. Called by all clients. */
	@FunctionalInterface
	interface Turns {

		/** Returns when it is time for this one. */
		void await(String login) throws InterruptedException;

		/** They were answered with 503. */
		default void refused(String login) {
		}

	}

	/** They begin at once. */
	Load(Side side, int clients, Newcomers newcomers, Turns turns) {
		this.newcomers = newcomers;
		this.port = side.port();
		this.turns = turns;
		for (int number = 1; number <= clients; number++) {
			Thread client = new Thread(this::addPeople, "client-" + number);
			client.start();
			this.clients.add(client);
		}
	}

	private void addPeople() {
		try (HttpLine line = new HttpLine(this.port, World.AUTHORIZATION)) {
			while (!this.closing) {
				String login = this.newcomers.next();
				this.turns.await(login);
				int status = line.send("POST", "/users", this.newcomers.body(login));
				if (status == 202) {
					this.accepted.add(login);
					this.answered.incrementAndGet();
				}
				else if (status == 503) {
					this.refused.add(login);
					this.turns.refused(login);
				}
				else {
					this.strange.add("a POST was answered with " + status);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			this.strange.add("a client gave up: " + ex);
		}
		catch (InterruptedException ex) {
			// Nobody else may be added.
		}
	}

	long answered() {
		return this.answered.get();
	}

	/** How many were told whether they are accepted. */
	long told() {
		return answered() + this.refused.size();
	}

	/** Those who were answered with 202; complete once this is closed. */
	Set<String> accepted() {
		return Set.copyOf(this.accepted);
	}

	/** Those who were answered with 503, who may be accepted all the same. */
	Set<String> refused() {
		return Set.copyOf(this.refused);
	}

	/** What came instead of a 202 or a 503, in words. */
	Set<String> strange() {
		return Set.copyOf(this.strange);
	}

	/** Returns when all that was sent is answered. */
	@Override
	public void close() {
		this.closing = true;
		// Ends what waits for its turn, and not what waits for an answer.
		this.clients.forEach(Thread::interrupt);
		try {
			for (Thread client : this.clients) {
				client.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
