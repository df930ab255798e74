package dev.onboard.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import dev.onboard.bench.measure.Spread;
import dev.onboard.bench.wire.HttpLine;
import dev.onboard.bench.world.World;

/**
 * How long a list of people takes that is asked for again and again, while nobody is on
 * the way.
 */
record Listing(int port) {

	/** Which do not count. */
	private static final int FIRST = 50;

	private static final int TIMES = 200;

	/** The median. */
	double millis(String path) {
		List<Double> millis = new ArrayList<>();
		try (HttpLine line = new HttpLine(this.port, World.AUTHORIZATION)) {
			for (int time = 0; time < FIRST + TIMES; time++) {
				long start = System.nanoTime();
				int status = line.send("GET", path, null);
				millis.add((System.nanoTime() - start) / 1e6);
				if (status != 200) {
					throw new IllegalStateException("GET " + path + " was answered with " + status);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Spread.of(millis.subList(FIRST, millis.size())).median();
	}

}
