package dev.onboard.story;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Newcomers posted by 16 clients, each of which repeats a request until it is accepted.
 */
final class Crowd {

	private static final int CLIENTS = 16;

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private final String name;

	private final List<Newcomer> newcomers;

	private final List<Api> apis;

	private final CompletableFuture<Void> arrival;

	/**
	 * They begin to arrive at once.
	 * @param name begins their logins; not used before
	 * @param apis which they are spread over
	 */
	Crowd(String name, int size, List<Api> apis) {
		this.name = name;
		this.newcomers = IntStream.rangeClosed(1, size)
			.mapToObj((number) -> new Newcomer(name + "-" + number, "Алиса", "李" + number))
			.toList();
		this.apis = apis;
		this.arrival = arrive();
	}

	private CompletableFuture<Void> arrive() {
		ConcurrentLinkedQueue<Newcomer> waiting = new ConcurrentLinkedQueue<>(this.newcomers);
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		List<CompletableFuture<Void>> arrivals = new ArrayList<>();
		for (int client = 0; client < CLIENTS; client++) {
			Api api = this.apis.get(client % this.apis.size());
			arrivals.add(CompletableFuture.runAsync(() -> {
				for (Newcomer next = waiting.poll(); next != null; next = waiting.poll()) {
					postUntilAccepted(next, api);
				}
			}, clients));
		}
		clients.shutdown();
		return CompletableFuture.allOf(arrivals.toArray(CompletableFuture<?>[]::new));
	}

	private static void postUntilAccepted(Newcomer newcomer, Api api) {
		Awaitility.await("202 for " + newcomer.login())
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(200))
			.atMost(LONGEST)
			.until(() -> {
				try {
					int status = api.post(newcomer).statusCode();
					assertThat(status).isIn(202, 503);
					return status == 202;
				}
				catch (IOException ex) {
					return false;
				}
			});
	}

	Set<String> addresses() {
		return this.newcomers.stream().map(Newcomer::address).collect(Collectors.toSet());
	}

	void awaitArrival() {
		try {
			this.arrival.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (Exception ex) {
			throw new AssertionError(this.name + " did not arrive", ex);
		}
	}

	List<PersonPage> pages() throws IOException {
		return this.apis.get(0).people(this.name + "-");
	}

	/** Waits until so many have come so far, and returns how many have. */
	int await(int people, Predicate<PersonPage> far) {
		return await(people, far, LONGEST);
	}

	private int await(int people, Predicate<PersonPage> far, Duration limit) {
		return Awaitility.await(people + " of " + this.name)
			.atMost(limit)
			.ignoreExceptionsInstanceOf(IOException.class)
			.until(() -> (int) pages().stream().filter(far).count(), (count) -> count >= people);
	}

	void awaitAll(Predicate<PersonPage> far) {
		await(this.newcomers.size(), far);
	}

	/** Waits until everybody was accepted and is ready. */
	void awaitReady() {
		awaitReady(LONGEST);
	}

	/** As the other one, if it may take longer than two minutes. */
	void awaitReady(Duration limit) {
		awaitArrival();
		await(this.newcomers.size(), PersonPage::isReady, limit);
	}

}
