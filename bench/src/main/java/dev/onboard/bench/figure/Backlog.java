package dev.onboard.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Cpu;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.outside.Effects;
import dev.onboard.bench.outside.Effects.Kind;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.World;

/**
 * Many people who were added while there was no mail-service, and how fast they come
 * through once there is.
 *
 * @param people how many
 */
public record Backlog(World world, Plan plan, int people) {

	/**
	 * They, beside a block of P2 just after, when all are as warm. All services have to
	 * run; they do so again when this returns.
	 */
	public Round measure() {
		return new Round(drain(), new Pipeline(this.world, this.plan).block(this.world.ours(), this.plan));
	}

	private Block drain() {
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
		int accepted = load.accepted().size();
		Progress.await(() -> waiting(side), accepted, () -> false);
		this.world.services().start();
		Cpu cpu = this.world.backstage().cpu(side.cpu());
		Map<String, Double> before = cpu.read();
		Progress.await(() -> effects.people(Kind.POST), accepted, () -> false);
		Map<String, Double> taken = cpu.since(before);
		List<String> broken = Losses.of(this.world, side, load, newcomers);
		double seconds = Math.max(1, last.get() - first.get()) / 1e9;
		return new Block(Map.of(Pipeline.RATE, effects.people(Kind.POST) / seconds), taken, micros, accepted, broken);
	}

	/** Returns when all of them are accepted. */
	private Load add(Newcomers newcomers) {
		Semaphore left = new Semaphore(this.people);
		Load load = new Load(this.world.ours(), Pipeline.CLIENTS, newcomers, (login) -> left.acquire());
		try (load) {
			Progress.await(load::told, this.people, () -> !load.strange().isEmpty());
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

}
