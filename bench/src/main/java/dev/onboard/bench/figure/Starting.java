package dev.onboard.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.ProcessTimes;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.wire.HttpLine;
import dev.onboard.bench.world.Program;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;

/**
 * P5: the CPU time that the task-service takes from the start of Java until it has
 * accepted somebody, as its image starts it, beside the same jar started with the flags
 * that Java has by itself.
 */
public final class Starting {

	private static final String CPU = "CPU-seconds until the first 202";

	private static final Duration LONGEST_START = Duration.ofMinutes(3);

	private final World world;

	private final Plan plan;

	private final Side side;

	public Starting(World world, Plan plan) {
		this.world = world;
		this.plan = plan;
		this.side = world.ours();
	}

	/** Stops all services and forwarders. The tables have to be made. */
	public Measured measure() {
		this.world.stopAll();
		Program image = this.world.starts().asInImage();
		Program plain = this.world.starts().plain();
		// The first of all reads its files from the disk.
		block(image);
		block(plain);
		List<Round> rounds = Round.carryOut(this.plan.rounds(), () -> block(image), () -> block(plain));
		return new Measured("P5", List
			.of(Score.of("P5: " + CPU + ", task-service as in its image", "plain jar", CPU, Goal.atMost(0.45), rounds)),
				Map.of("task-service until the first 202", rounds));
	}

	private Block block(Program program) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		program.start();
		int tries = tries(program);
		double seconds = ProcessTimes.of(program.pid());
		List<String> broken = Losses.queued(this.side, 1, tries);
		program.stop();
		this.side.forgetEverybody();
		return new Block(Map.of(CPU, seconds), Map.of("task-service", seconds), micros, 1, broken);
	}

	/** Returns with the first 202: how many were sent, for some may have been refused. */
	private int tries(Program program) {
		Newcomers newcomers = new Newcomers(false);
		long end = System.nanoTime() + LONGEST_START.toNanos();
		int tries = 0;
		try {
			while (program.isRunning() && System.nanoTime() < end) {
				try (HttpLine line = new HttpLine(this.side.port(), World.AUTHORIZATION)) {
					int status = line.send("POST", "/users", newcomers.body(newcomers.next()));
					tries++;
					if (status == 202) {
						return tries;
					}
				}
				catch (ConnectException ex) {
					// It does not listen yet.
				}
				TimeUnit.MILLISECONDS.sleep(20);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new IllegalStateException(program + " has accepted nobody");
	}

}
