package dev.onboard.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.ProcessTimes;
import dev.onboard.bench.world.Program;
import dev.onboard.bench.world.PerfTest;
import dev.onboard.bench.world.World;

/**
 * What the broker confirms to its own measure: the other side of P1. It is started anew
 * for each block, so its first half does not count.
 */
final class Confirming {

	private final World world;

	private final Plan plan;

	Confirming(World world, Plan plan) {
		this.world = world;
		this.plan = plan;
	}

	Block block(int producers) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		PerfTest perfTest = this.world.perfTest();
		int seconds = (int) this.plan.lead().plus(this.plan.length()).toSeconds() + 1;
		Program running = perfTest.launch(producers, seconds, Newcomers.BYTES);
		Window window = Window.of(this.plan,
				this.world.backstage().cpu(Map.of("PerfTest", () -> ProcessTimes.of(running.pid()))), () -> 0);
		int status = running.awaitEnd(60);
		if (status != 0) {
			throw new IllegalStateException(running + " has ended with " + status);
		}
		try {
			double confirms = perfTest.confirms(running, seconds / 2);
			int queued = perfTest.purge();
			return new Block(Map.of(Accepting.RATE, confirms), window.cpu(), micros, queued, List.of());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
