package dev.onboard.bench.measure;

import java.util.List;

/** The median of some values, and how far they lie apart. */
public record Spread(double median, double lowest, double highest) {

	/**
	 * Of an even number of values the median is the mean of the two in the middle.
	 * @throws IllegalArgumentException if there is no value
	 */
	public static Spread of(List<Double> values) {
		if (values.isEmpty()) {
			throw new IllegalArgumentException("there is no median of nothing");
		}
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		double median = (sorted.size() % 2 == 1) ? sorted.get(middle)
				: (sorted.get(middle - 1) + sorted.get(middle)) / 2;
		return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
	}

}
