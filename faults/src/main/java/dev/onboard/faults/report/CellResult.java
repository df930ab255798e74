package dev.onboard.faults.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The line of a cell, as it is printed and kept.
 *
 * @param program tells which state of the program it was
 * @param done what was done to the world, and how often
 * @param resumedMillis the longest until publishing went on after the broker was ready; 0
 * if it was not measured
 * @param broken promises about people, in words
 * @param slow promises about time that were broken, in words
 */
public record CellResult(String cell, String program, long seed, int people, int acknowledged, int ready, int lost,
		int doubled, int repeats, int bound, int failed, int parked, long stallMillis, long longestPostMillis,
		long resumedMillis, long seconds, Map<String, Integer> done, List<String> broken, List<String> slow) {

	/** The same, if more was found to be broken. */
	public CellResult with(List<String> more) {
		return new CellResult(this.cell, this.program, this.seed, this.people, this.acknowledged, this.ready, this.lost,
				this.doubled, this.repeats, this.bound, this.failed, this.parked, this.stallMillis,
				this.longestPostMillis, this.resumedMillis, this.seconds, this.done,
				Stream.concat(this.broken.stream(), more.stream()).toList(), this.slow);
	}

	public boolean holds() {
		return reds().isEmpty();
	}

	/** All promises that were broken. */
	public List<String> reds() {
		return Stream.concat(this.broken.stream(), this.slow.stream()).toList();
	}

}
