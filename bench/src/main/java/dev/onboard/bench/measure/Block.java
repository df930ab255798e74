package dev.onboard.bench.measure;

import java.util.List;
import java.util.Map;

/**
 * What one side came to in one block.
 *
 * @param figures by name
 * @param cpuSeconds of each program while it was measured
 * @param fdatasyncMicros of the disk, just before
 * @param people who were answered with 202, or messages that were confirmed
 * @param broken who was lost or doubled, in words; empty if nobody was
 */
public record Block(Map<String, Double> figures, Map<String, Double> cpuSeconds, long fdatasyncMicros, int people,
		List<String> broken) {

	/** No block of another side, but a number that stands where one would. */
	public static Block number(String name, double value) {
		return new Block(Map.of(name, value), Map.of(), 0, 0, List.of());
	}

	/** Zero, whatever was measured, if anybody was lost or doubled. */
	public double figure(String name) {
		return this.broken.isEmpty() ? this.figures.getOrDefault(name, 0.0) : 0;
	}

}
