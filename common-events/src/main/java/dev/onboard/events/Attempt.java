package dev.onboard.events;

/**
 * Which go at a step this is.
 *
 * @param generation from 1, raised when somebody asks for the step again by hand; copies
 * of an older generation are dropped
 * @param number from 1 within the generation, raised by each automatic retry
 */
public record Attempt(int generation, int number) {

	public static final Attempt FIRST = new Attempt(1, 1);

	public Attempt {
		if (generation < 1 || number < 1) {
			throw new IllegalArgumentException(
					"attempt.generation and attempt.number count from 1, not " + generation + " and " + number);
		}
	}

	public Attempt next() {
		return new Attempt(this.generation, this.number + 1);
	}

}
