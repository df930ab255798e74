package dev.onboard.faults.world;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.onboard.events.TargetSystem;
import org.awaitility.Awaitility;

/** What one cell has: the world, its people, its chance; and what is noted of it. */
public final class Scene implements AutoCloseable {

	private static final Duration LONGEST = Duration.ofMinutes(3);

	private final World world;

	private final String beginning;

	private final int people;

	private final Random random;

	private final Clients clients;

	private final Deeds deeds = new Deeds();

	private Predicate<String> refused = (address) -> false;

	private int arrived;

	private Duration resumed = Duration.ZERO;

	public Scene(World world, String name, int people, long seed) {
		this.world = world;
		this.beginning = "c" + name + "-";
		this.people = people;
		this.random = new Random(seed * 31 + name.hashCode());
		this.clients = new Clients(world.replicas("task-service").stream().map((task) -> task.uri("/")).toList());
	}

	public World world() {
		return this.world;
	}

	/** How many people the cell should let arrive, altogether. */
	public int people() {
		return this.people;
	}

	/** From the seed and the name of the cell. */
	public Random random() {
		return this.random;
	}

	/** All logins of this cell begin so. */
	public String beginning() {
		return this.beginning;
	}

	/** So many more are posted from now on, by 16 clients; returns at once. */
	public void arrive(int more) {
		for (int number = 0; number < more; number++) {
			this.arrived++;
			this.clients.post(Newcomer.number(this.beginning, this.arrived));
		}
	}

	/** One more, whom all the clients post at the same time. */
	public void arriveEverywhere() {
		this.arrived++;
		for (int client = 0; client < Clients.NUMBER; client++) {
			this.clients.post(Newcomer.number(this.beginning, this.arrived));
		}
	}

	public int arrived() {
		return this.arrived;
	}

	/** Waits until all that arrive were answered with 202. */
	public void awaitAccepted() {
		Awaitility.await("202 for all").atMost(LONGEST).until(() -> this.clients.waiting() == 0);
	}

	/** Waits until so many of them are READY. */
	public void awaitReady(int number) {
		Awaitility.await(number + " ready").atMost(LONGEST).until(() -> ready() >= number);
	}

	/** How many of them are READY; as many as none while nobody can tell. */
	public long ready() {
		try {
			return count("READY");
		}
		catch (SQLException ex) {
			return 0;
		}
	}

	/** Waits until all were accepted and each is READY or NEEDS_ATTENTION. */
	public void awaitEnd() {
		awaitAccepted();
		Awaitility.await("the end of all").atMost(LONGEST).ignoreExceptions().until(() -> count("IN_PROGRESS") == 0);
	}

	/** Whether all were accepted and each is READY or NEEDS_ATTENTION by now. */
	public boolean hasEnded() throws SQLException {
		return this.clients.waiting() == 0 && count("IN_PROGRESS") == 0;
	}

	/** Decides about a step by hand. */
	public void decide(Page person, String system, String decision) throws IOException {
		new People(this.world.replicas("task-service")).decide(person, system, decision);
	}

	private long count(String state) throws SQLException {
		return this.world.schemas()
			.number("task", "select count(*) from person where state = '%s' and starts_with(login, '%s')"
				.formatted(state, this.beginning));
	}

	/** What was done in it, and what may be repeated for that. */
	public Deeds deeds() {
		return this.deeds;
	}

	/** kill -9, counted; what was in hand may be repeated. Any thread may call it. */
	public synchronized void kill(Replica victim) {
		victim.kill();
		this.deeds.struck("kills", isSomebodyUnderWay());
		this.deeds.allowRepeats(this.world.underWay(victim.service()));
	}

	/** Does something that is counted, and is worth little while nobody is under way. */
	public synchronized void strike(String what, Runnable blow) {
		boolean hit = isSomebodyUnderWay();
		blow.run();
		this.deeds.struck(what, hit);
	}

	private boolean isSomebodyUnderWay() {
		try {
			return !hasEnded();
		}
		catch (SQLException ex) {
			// Nobody can tell, so it does not count.
			return false;
		}
	}

	/**
	 * The welcome mails and webhook posts may be repeated once more that were under way
	 * when everything was killed just now; our database has to be there.
	 */
	public void allowWhatIsInHand() {
		World.SERVICES.forEach((service) -> this.deeds.allowRepeats(this.world.underWay(service)));
	}

	/** Whose address is such has to end as NEEDS_ATTENTION instead of READY. */
	public void refused(Predicate<String> address) {
		this.refused = address;
	}

	/**
	 * Starts the broker again, and measures how long publishing takes to go on after
	 * that.
	 * @throws IllegalStateException if nothing waits to be published
	 */
	public void brokerComesBack() {
		publishingGoesOnAfter(this.world.broker()::start);
	}

	/**
	 * Measures how long publishing takes to go on once the broker takes messages again.
	 * @param mending returns when the broker does
	 * @throws IllegalStateException if nothing waits to be published
	 */
	public void publishingGoesOnAfter(Runnable mending) {
		long oldest = this.world.oldestUnpublished();
		if (oldest == 0) {
			throw new IllegalStateException("the broker took nothing, and still nothing waits to be published");
		}
		mending.run();
		long start = System.nanoTime();
		Awaitility.await("publishing to go on")
			.atMost(LONGEST)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.world.oldestUnpublished() != oldest);
		Duration time = Duration.ofNanos(System.nanoTime() - start);
		this.resumed = (time.compareTo(this.resumed) > 0) ? time : this.resumed;
	}

	/** Waits until the broker has all that the task-service has to say. */
	public void awaitPublished() {
		Awaitility.await("all to be published").atMost(LONGEST).until(() -> this.world.oldestUnpublished() == 0);
	}

	public List<Page> pages() throws IOException {
		return new People(this.world.replicas("task-service")).whoseLoginBegins(this.beginning);
	}

	/** The logins that were answered with 202. */
	public Set<String> accepted() {
		return this.clients.accepted();
	}

	/** Those of them who have to end as NEEDS_ATTENTION. */
	public Set<String> acceptedAndRefused() {
		return accepted().stream()
			.filter((login) -> this.refused.test(login + "@example.com"))
			.collect(Collectors.toSet());
	}

	public Set<String> strangeAnswers() {
		return this.clients.strangeAnswers();
	}

	public Duration longestPost() {
		return this.clients.longestPost();
	}

	/** How many of them wait for a step to begin. */
	public long waitingFor(TargetSystem system) throws SQLException {
		return this.world.schemas().number("task", """
				select count(*) from step join person on person.id = person_id
				 where step.state = 'PENDING' and system = '%s' and starts_with(login, '%s')
				""".formatted(system, this.beginning));
	}

	/** The longest time that publishing took to go on; zero if it was not measured. */
	public Duration resumed() {
		return this.resumed;
	}

	@Override
	public void close() {
		this.clients.close();
	}

}
