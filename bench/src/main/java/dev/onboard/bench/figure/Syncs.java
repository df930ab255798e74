package dev.onboard.bench.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.world.Side;
import dev.onboard.bench.world.Strace;
import dev.onboard.bench.world.World;

/**
 * P3: how often the broker makes its disk durable for a person, by fdatasync or by fsync,
 * while many are on the way, and while each waits for the one before; and what it comes
 * to for bare forwarders. No rate is taken, for it is slow while that is counted.
 */
public final class Syncs {

	private static final int ON_THE_WAY = 64;

	private static final String CALLS = "calls of fdatasync and fsync";

	private static final String PER_PERSON = CALLS + " per person";

	private final World world;

	private final Plan plan;

	private final Side ours;

	private final Side bare;

	public Syncs(World world, Plan plan) {
		this.world = world;
		this.plan = plan;
		this.ours = world.ours();
		this.bare = world.others();
	}

	/** All services and all forwarders have to run. */
	public Measured measure() {
		Pipeline pipeline = new Pipeline(this.world, this.plan);
		List.of(this.ours, this.bare).forEach(pipeline::warmUp);
		List<Round> many = new ArrayList<>();
		List<Round> bare = new ArrayList<>();
		List<Round> single = new ArrayList<>();
		for (int number = 0; number < this.plan.rounds(); number++) {
			many.add(many(this.ours));
			bare.add(many(this.bare));
			single.add(single());
		}
		return new Measured("P3",
				List.of(Score.of("P3: the broker's " + CALLS + ", " + ON_THE_WAY + " on the way", "people", CALLS,
						Goal.atMost(0.5), many),
						Score.of("P3: the same by bare forwarders", "people", CALLS, Goal.none(), bare),
						Score.of("P3: the same per person, one after the other", "publishes and acks per person",
								PER_PERSON, Goal.atMost(1), single)),
				Map.of(ON_THE_WAY + " on the way", many, "the same by bare forwarders", bare, "one after the other",
						single));
	}

	private Round many(Side side) {
		Room room = new Room(ON_THE_WAY);
		this.world.outside().effects().begin(room::leave);
		Counted counted = count(side, Pipeline.CLIENTS, new Newcomers(false), room);
		Block people = Block.number(CALLS, (double) counted.people());
		return new Round(counted.block(CALLS, (double) counted.calls()), people);
	}

	private Round single() {
		this.world.outside().effects().begin((login) -> {
		});
		Newcomers newcomers = new Newcomers(false);
		Counted counted = count(this.ours, 1, newcomers, (login) -> {
			while (this.ours.onTheWay(newcomers.beginning()) > 0) {
				TimeUnit.MILLISECONDS.sleep(2);
			}
		});
		return new Round(counted.block(PER_PERSON, (double) counted.calls() / counted.people()),
				Block.number(PER_PERSON, counted.publishesAndAcks() / counted.people()));
	}

	private Counted count(Side side, int clients, Newcomers newcomers, Load.Turns turns) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		Load load = new Load(side, clients, newcomers, turns);
		long people;
		double publishesAndAcks;
		long calls;
		try (load) {
			TimeUnit.MILLISECONDS.sleep(this.plan.lead().toMillis());
			Strace strace = this.world.backstage().strace();
			long before = side.ready(newcomers.beginning());
			double messagesBefore = this.world.backstage().publishesAndAcks();
			TimeUnit.MILLISECONDS.sleep(this.plan.length().toMillis());
			people = side.ready(newcomers.beginning()) - before;
			calls = strace.end();
			publishesAndAcks = this.world.backstage().publishesAndAcks() - messagesBefore;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		List<String> broken = Losses.of(this.world, side, load, newcomers);
		if (people == 0) {
			broken.add("nobody came through while calls were counted");
		}
		return new Counted(calls, Math.max(people, 1), publishesAndAcks, micros, load.accepted().size(), broken);
	}

	/** Of one block. */
	private record Counted(long calls, long people, double publishesAndAcks, long micros, int accepted,
			List<String> broken) {

		private Block block(String name, double value) {
			return new Block(Map.of(name, value), Map.of(), this.micros, this.accepted, this.broken);
		}

	}

}
