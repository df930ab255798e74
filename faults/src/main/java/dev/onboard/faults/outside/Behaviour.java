package dev.onboard.faults.outside;

import java.time.Duration;
import java.util.Random;
import java.util.function.Predicate;

/** How a target behaves until it is told otherwise. */
public final class Behaviour {

	private static final int OK = 200;

	private static final int TOO_MANY_REQUESTS = 429;

	private final boolean listens;

	private final Calls calls;

	private Behaviour(boolean listens, Calls calls) {
		this.listens = listens;
		this.calls = calls;
	}

	/** Decides on each call. */
	@FunctionalInterface
	private interface Calls {

		Fate fate(String person, boolean changes);

	}

	private static Behaviour always(Fate fate) {
		return new Behaviour(true, (person, changes) -> fate);
	}

	/** Does what it is asked, and says so. */
	public static Behaviour well() {
		return always(Fate.GOOD);
	}

	/** Does nothing, and answers with that. SMTP takes it as its own reply code. */
	public static Behaviour status(int code) {
		return always(Fate.answered(code, "", Duration.ZERO));
	}

	/** Does nothing, and answers 429 with Retry-After; SMTP answers 451. */
	public static Behaviour throttled(Duration wait) {
		return always(Fate.answered(TOO_MANY_REQUESTS, "", wait));
	}

	/** Takes the call, and breaks off after that time with nothing done. */
	public static Behaviour hangs(Duration time) {
		return always(Fate.forgotten(time));
	}

	/** Does what it is asked, and breaks off in the middle of the answer. */
	public static Behaviour halfAnswers() {
		return always(Fate.done(Fate.Delivery.HALF));
	}

	/** Does nothing, and answers 200 with what is no JSON, and no SMTP either. */
	public static Behaviour wrongJson() {
		return always(Fate.answered(OK, "{\"ok\":tru", Duration.ZERO));
	}

	/** Nobody listens. */
	public static Behaviour refuses() {
		return new Behaviour(false, (person, changes) -> Fate.forgotten(Duration.ZERO));
	}

	/**
	 * Does what it is asked, and breaks off instead of answering.
	 * @param share of the calls that take effect, 0 to 1; others are answered
	 */
	public static Behaviour losesAnswers(double share, long seed) {
		Random random = new Random(seed);
		return new Behaviour(true,
				(person, changes) -> (random.nextDouble() < share) ? Fate.done(Fate.Delivery.NONE) : Fate.GOOD);
	}

	/**
	 * Behaves so with some calls, and else is well.
	 * @param share of the calls, 0 to 1
	 */
	public static Behaviour sometimes(double share, long seed, Behaviour other) {
		Random random = new Random(seed);
		return new Behaviour(true,
				(person, changes) -> (random.nextDouble() < share) ? other.fate(person, changes) : Fate.GOOD);
	}

	/** Behaves so where something is to be changed for one of these, else is well. */
	public static Behaviour only(Predicate<String> persons, Behaviour other) {
		return new Behaviour(true,
				(person, changes) -> (changes && persons.test(person)) ? other.fate(person, true) : Fate.GOOD);
	}

	/** Whether there is anybody to be called. */
	public boolean listens() {
		return this.listens;
	}

	/**
	 * @param person whom the call is about, empty if nobody
	 * @param changes whether it asks for a change
	 */
	Fate fate(String person, boolean changes) {
		return this.calls.fate(person, changes);
	}

}
