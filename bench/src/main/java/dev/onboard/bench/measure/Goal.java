package dev.onboard.bench.measure;

/** What a ratio is to be. */
public record Goal(boolean atLeast, double limit) {

	public static Goal atLeast(double limit) {
		return new Goal(true, limit);
	}

	/** For what is no program of ours: it holds whatever the ratio is. */
	public static Goal none() {
		return atLeast(0);
	}

	public static Goal atMost(double limit) {
		return new Goal(false, limit);
	}

	public boolean holds(double ratio) {
		return this.atLeast ? ratio >= this.limit : ratio <= this.limit;
	}

	@Override
	public String toString() {
		if (equals(none())) {
			return "none";
		}
		return (this.atLeast ? "≥ " : "≤ ") + this.limit;
	}

}
