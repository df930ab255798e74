package dev.onboard.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Cpu;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.outside.Effects;
import dev.onboard.bench.outside.Effects.Kind;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Many people who were added while there was no mail-service, and how fast they come
 * through once there is.
 *
 * @param people how many
 */
record Backlog(World world, int people) {

	private static final int LEAST_PER_SECOND = 10;

	/** All services have to run; they do so again when this returns. */
	Block drain() {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		Side side = this.world.ours();
		AtomicLong first = new AtomicLong();
		AtomicLong last = new AtomicLong();
		Effects effects = this.world.outside().effects();
		effects.begin((login) -> {
			first.compareAndSet(0, System.nanoTime());
			last.set(System.nanoTime());
		});
		this.world.services().stopMail();
		Newcomers newcomers = new Newcomers(false);
		Load load = add(newcomers);
		await(() -> side.rows("task").number("select count(*) from outbox") == 0
				&& waiting(side) >= load.accepted().size());
		this.world.services().start();
		Cpu cpu = this.world.backstage().cpu(side.cpu());
		Map<String, Double> before = cpu.read();
		await(() -> effects.people(Kind.POST) >= load.accepted().size());
		Map<String, Double> taken = cpu.since(before);
		List<String> broken = Losses.of(this.world, side, load, newcomers);
		double seconds = Math.max(1, last.get() - first.get()) / 1e9;
		return new Block(Map.of(Pipeline.RATE, effects.people(Kind.POST) / seconds), taken, micros,
				load.accepted().size(), broken);
	}

	/** Returns when all of them are accepted. */
	private Load add(Newcomers newcomers) {
		Semaphore left = new Semaphore(this.people);
		Load load = new Load(this.world.ours(), Pipeline.CLIENTS, newcomers, (login) -> left.acquire());
		try (load) {
			await(() -> load.answered() == this.people);
		}
		return load;
	}

	private static int waiting(Side side) {
		try {
			return side.queues().waiting("mail.create");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whoever is not through by then is found when all are counted. */
	private void await(Callable<Boolean> done) {
		try {
			Awaitility.await()
				.atMost(Duration.ofMinutes(2).plusSeconds(this.people / LEAST_PER_SECOND))
				.pollInterval(Duration.ofMillis(100))
				.until(done);
		}
		catch (ConditionTimeoutException ex) {
			// As above.
		}
	}

}
