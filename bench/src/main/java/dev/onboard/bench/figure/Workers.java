package dev.onboard.bench.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import dev.onboard.bench.measure.Block;
import dev.onboard.bench.measure.Cpu;
import dev.onboard.bench.measure.Disk;
import dev.onboard.bench.measure.Goal;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.measure.Score;
import dev.onboard.bench.outside.Count;
import dev.onboard.bench.outside.Effects.Kind;
import dev.onboard.bench.world.Celery;
import dev.onboard.bench.world.World;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * P8: what a person costs beside the workers of a Celery chain, with as many on the way.
 */
public final class Workers {

	private final World world;

	private final Plan plan;

	public Workers(World world, Plan plan) {
		this.world = world;
		this.plan = plan;
	}

	/** All services have to run. */
	public Measured measure() throws IOException {
		Pipeline pipeline = new Pipeline(this.world, this.plan);
		try (Celery celery = this.world.celery()) {
			celery.start();
			pipeline.warmUp(this.world.ours());
			block(celery);
			List<Round> rounds = Round.carryOut(this.plan.rounds(), () -> pipeline.block(this.world.ours(), this.plan),
					() -> block(celery));
			return new Measured("P8", List.of(Score.of("P8: CPU-ms per person of the three JVMs",
					"workers of a Celery chain", Pipeline.CPU, Goal.atMost(0.6), rounds)),
					Map.of("all services and Celery", rounds));
		}
	}

	private Block block(Celery celery) {
		long micros = Disk.fdatasync(Path.of("target")).toNanos() / 1000;
		Semaphore room = new Semaphore(Pipeline.ON_THE_WAY);
		this.world.outside().effects().begin((login) -> room.release());
		Set<String> people = ConcurrentHashMap.newKeySet();
		Set<String> strange = ConcurrentHashMap.newKeySet();
		Thread feeder = new Thread(() -> feed(celery, room, people, strange), "feeder");
		feeder.start();
		Cpu cpu = this.world.backstage().cpu(celery.cpu());
		Window window = Window.of(this.plan, cpu, () -> this.world.outside().effects().people(Kind.POST));
		feeder.interrupt();
		List<String> broken = new ArrayList<>();
		try {
			feeder.join();
			Awaitility.await()
				.atMost(Duration.ofSeconds(90))
				.until(() -> celery.waiting() == 0
						&& this.world.outside().effects().people(Kind.POST) >= people.size());
		}
		catch (ConditionTimeoutException ex) {
			broken.add("left over: not everybody came through Celery");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		broken.addAll(strange);
		broken.addAll(Count.wrong(people, Set.of(), this.world.outside().effects()));
		double seconds = celery.cpu().keySet().stream().mapToDouble((it) -> window.cpu().getOrDefault(it, 0.0)).sum();
		double millis = (window.count() == 0) ? 0 : seconds * 1000 / window.count();
		if (window.count() == 0) {
			broken.add("nobody came through Celery while it was measured");
		}
		return new Block(Map.of(Pipeline.RATE, window.rate(), Pipeline.CPU, millis), window.cpu(), micros,
				people.size(), broken);
	}

	private static void feed(Celery celery, Semaphore room, Set<String> people, Set<String> strange) {
		Newcomers newcomers = new Newcomers(false);
		try {
			while (true) {
				room.acquire();
				String login = newcomers.next();
				people.add(login);
				celery.add(new String(newcomers.body(login), StandardCharsets.US_ASCII));
			}
		}
		catch (InterruptedException ex) {
			// Nobody else may be added.
		}
		catch (IOException ex) {
			strange.add("Celery takes nobody any more: " + ex);
		}
	}

}
