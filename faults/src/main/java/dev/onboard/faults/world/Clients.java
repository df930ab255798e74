package dev.onboard.faults.world;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sixteen clients of the REST API. Each repeats a request, with one Idempotency-Key and
 * at one replica after the other, until it is answered with 202. A replica that could not
 * be reached is left out until it says that it is ready, as a load balancer would do.
 */
final class Clients implements AutoCloseable {

	static final int NUMBER = 16;

	private static final long PAUSE_MILLIS = 100;

	private final ExecutorService threads = Executors.newFixedThreadPool(NUMBER);

	private final List<URI> services;

	private final Set<URI> unreachable = ConcurrentHashMap.newKeySet();

	private final AtomicInteger turn = new AtomicInteger();

	private final AtomicInteger waiting = new AtomicInteger();

	private final AtomicLong longest = new AtomicLong();

	private final Set<String> accepted = ConcurrentHashMap.newKeySet();

	/** How often each answer came that is neither 202 nor 503. */
	private final Map<String, Integer> strangeAnswers = new ConcurrentHashMap<>();

	Clients(List<URI> services) {
		this.services = services;
	}

	/** Returns at once. */
	void post(Newcomer newcomer) {
		this.waiting.incrementAndGet();
		this.threads.execute(() -> {
			int service = this.turn.getAndIncrement();
			while (!this.threads.isShutdown() && !posted(newcomer, this.services.get(service % this.services.size()))) {
				service++;
				pause();
			}
			this.waiting.decrementAndGet();
		});
	}

	private boolean posted(Newcomer newcomer, URI service) {
		if (this.unreachable.contains(service) && !isReady(service)) {
			return false;
		}
		long start = System.nanoTime();
		int status = 0;
		try {
			status = Http.post(service.resolve("/users"), newcomer, Map.of("Idempotency-Key", newcomer.login()))
				.statusCode();
		}
		catch (IOException ex) {
			// It is being killed, or started again: the next one may answer.
			this.unreachable.add(service);
		}
		this.longest.accumulateAndGet(System.nanoTime() - start, Math::max);
		if (status == 202) {
			this.accepted.add(newcomer.login());
			return true;
		}
		if (status != 0 && status != 503) {
			this.strangeAnswers.merge("a POST was answered with " + status, 1, Integer::sum);
		}
		return false;
	}

	private boolean isReady(URI service) {
		try {
			boolean ready = Http.get(service.resolve("/readyz")).statusCode() == 200;
			if (ready) {
				this.unreachable.remove(service);
			}
			return ready;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** How many are posted again and again. */
	int waiting() {
		return this.waiting.get();
	}

	/** The logins that were answered with 202. */
	Set<String> accepted() {
		return Set.copyOf(this.accepted);
	}

	/** Until an answer came, or the connection broke. */
	Duration longestPost() {
		return Duration.ofNanos(this.longest.get());
	}

	Set<String> strangeAnswers() {
		return Set.copyOf(this.strangeAnswers.keySet());
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
