package dev.onboard.task.console;

import java.util.Locale;

/**
 * How many there are, as far as they were counted.
 *
 * @param number {@code limit} where there are so many or more
 */
public record Count(int number, boolean more) {

	static Count of(int number, int limit) {
		return new Count(number, number >= limit);
	}

	Count plus(Count other) {
		return new Count(this.number + other.number, this.more || other.more);
	}

	public boolean isAny() {
		return this.number > 0;
	}

	public boolean isOne() {
		return this.number == 1;
	}

	/** Such as {@code 1,204}, or {@code 10,000+} for so many or more. */
	@Override
	public String toString() {
		return String.format(Locale.ENGLISH, "%,d", this.number) + (this.more ? "+" : "");
	}

}
