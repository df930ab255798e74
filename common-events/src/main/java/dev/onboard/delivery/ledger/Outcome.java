package dev.onboard.delivery.ledger;

import java.time.Duration;
import java.util.List;

import dev.onboard.events.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What a target's answer means; nothing else is known of it outside its folder. Each
 * carries words fit for the person's page, without secrets.
 */
public sealed interface Outcome {

	String detail();

	/** Whether the target was called, so that this tells how it is. */
	default boolean called() {
		return true;
	}

	/**
	 * Whether it may be the target that is to blame: so many of these in a row, over
	 * different people, pause it, and a probe that ends so finds it no better.
	 */
	default boolean troubling() {
		return false;
	}

	/**
	 * It is done, by this call or provably by an earlier one. Final.
	 *
	 * @param detail empty where there was nothing to do
	 * @param evidence what the target called it, kept for later calls; null for nothing
	 */
	record Done(String detail, @Nullable String evidence, boolean called) implements Outcome {

		public Done(String detail) {
			this(detail, null);
		}

		public Done(String detail, @Nullable String evidence) {
			this(detail, evidence, true);
		}

		/** Nobody had to be asked. */
		public static Done withoutCall(String detail, @Nullable String evidence) {
			return new Done(detail, evidence, false);
		}

	}

	/** There is nothing to do. Final until somebody asks again by hand. */
	record Skipped(String detail) implements Outcome {
	}

	/**
	 * Passing trouble of the target, which surely did nothing: worth another attempt.
	 *
	 * @param after what the target asked us to wait, exactly; null for our own delays
	 */
	record Transient(String detail, @Nullable Duration after) implements Outcome {

		public Transient(String detail) {
			this(detail, null);
		}

		@Override
		public boolean troubling() {
			return true;
		}

	}

	/**
	 * Like {@link Transient}, but the target may have done it: the next attempt is
	 * {@linkplain Work#uncertain() uncertain}.
	 *
	 * @param late whether it did not answer in time and may still be at work, so that it
	 * is not called again so soon
	 */
	record Ambiguous(String detail, @Nullable Duration after, boolean late) implements Outcome {

		public Ambiguous(String detail) {
			this(detail, null);
		}

		public Ambiguous(String detail, @Nullable Duration after) {
			this(detail, after, false);
		}

		/** Without an answer in time. */
		public static Ambiguous late(String detail) {
			return new Ambiguous(detail, null, true);
		}

		@Override
		public boolean troubling() {
			return true;
		}

	}

	/**
	 * Passing trouble with this person alone: worth another attempt, which counts. The
	 * target works.
	 */
	record Later(String detail) implements Outcome {
	}

	/**
	 * This person's data are refused; the same call would be refused again. A target that
	 * refuses one after the other may want something that nobody has.
	 */
	record Refused(String detail, boolean called) implements Outcome {

		public Refused(String detail) {
			this(detail, true);
		}

		/** It would be refused, by what we know ourselves. */
		public static Refused withoutCall(String detail) {
			return new Refused(detail, false);
		}

		/**
		 * It is about something of theirs that others may not have, such as a role or a
		 * contact address. That says nothing of the target, as if it was not called.
		 */
		public static Refused alone(String detail) {
			return new Refused(detail, false);
		}

		@Override
		public boolean troubling() {
			return this.called;
		}

	}

	/**
	 * What is there may be somebody else's: a human decides.
	 *
	 * @param choices what would resolve it, best first; leaving the step out or marking
	 * it done is always possible and not listed
	 */
	record Conflict(String detail, List<Choice> choices) implements Outcome {

		public Conflict {
			choices = List.copyOf(choices);
		}

	}

	/**
	 * The target would refuse anybody: our access or its settings are wrong. Pauses the
	 * target at once; the attempt does not count.
	 */
	record Misconfigured(String detail) implements Outcome {
	}

	/**
	 * The target asks all of us to wait. Pauses it for that long; the attempt does not
	 * count.
	 */
	record Throttled(String detail, Duration after) implements Outcome {
	}

	/**
	 * No trouble, only not yet: nothing was called. The attempt does not count and nobody
	 * is told.
	 */
	record Waiting(String detail, Duration after) implements Outcome {

		@Override
		public boolean called() {
			return false;
		}

	}

}
