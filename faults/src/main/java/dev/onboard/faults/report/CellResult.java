package dev.onboard.faults.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The line of a cell, as it is printed and kept.
 *
 * @param done what was done to the world, and how often
 * @param resumedMillis the longest until publishing went on after the broker was ready; 0
 * if it was not measured
 * @param broken promises about people, in words
 * @param slow promises about time that were broken, in words
 */
public record CellResult(String cell, long seed, int people, int acknowledged, int ready, int lost, int doubled,
		int repeats, int bound, int failed, int parked, long stallMillis, long longestPostMillis, long resumedMillis,
		long seconds, Map<String, Integer> done, List<String> broken, List<String> slow) {

	public boolean holds() {
		return reds().isEmpty();
	}

	/** All promises that were broken. */
	public List<String> reds() {
		return Stream.concat(this.broken.stream(), this.slow.stream()).toList();
	}

}
