package dev.onboard.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.onboard.faults.outside.Seen;
import dev.onboard.faults.report.CellResult;
import dev.onboard.faults.verdict.Evidence;
import dev.onboard.faults.verdict.Judgement;
import dev.onboard.faults.verdict.Verdict;
import dev.onboard.faults.world.Page;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Setting;
import dev.onboard.faults.world.Slack;
import dev.onboard.faults.world.World;
import org.awaitility.Awaitility;

/** One world, and what is done to it, cell by cell. */
final class Run implements AutoCloseable {

	private static final int SECONDS_AFTERWARDS = 5;

	private static final int WARMING = 200;

	private static final int AT_A_TIME = 4;

	private final World world;

	private final Leaks leaks;

	private final long seed;

	private final int people;

	private final Afterwards afterwards = new Afterwards();

	/**
	 * @param record where all is appended that is seen outside
	 */
	Run(Path record, long seed, int people) {
		// Most of what is waited for is there already, many times in each cell.
		Awaitility.setDefaultPollDelay(Duration.ZERO);
		this.seed = seed;
		this.people = people;
		this.world = new World(record);
		this.leaks = new Leaks(this.world);
	}

	World world() {
		return this.world;
	}

	/**
	 * People come, a few at a time, and nothing is broken, so that the first cell does
	 * not meet processes that still interpret what they do: once many come, there is no
	 * time left to compile it. Nothing is judged.
	 */
	void warmUp() {
		this.world.recover(Setting.announcingBy(Slack.CARD));
		try (Scene scene = new Scene(this.world, "warm-up", WARMING, this.seed)) {
			while (scene.arrived() < scene.people()) {
				scene.arrive(AT_A_TIME);
				scene.awaitReady(scene.arrived());
			}
			this.afterwards.over(scene.beginning(), this.world.seen());
		}
	}

	/** Does it to the world, waits until all is well again, and judges. */
	CellResult carryOut(Cell cell) {
		long start = System.nanoTime();
		this.world.recover(cell.setting());
		try (Scene scene = new Scene(this.world, cell.name(), cell.people(this.people), this.seed)) {
			Troubles troubles = new Troubles();
			int before = this.world.parked();
			troubles.attempt("it could not be done", () -> cell.happen(scene));
			scene.deeds().idleStrikes().forEach(troubles::add);
			troubles.attempt("not everything recovers", () -> this.world.recover(cell.setting()));
			troubles.attempt("not everybody comes to an end", scene::awaitEnd);
			this.world.leftovers().forEach(troubles::add);
			List<Page> pages = new ArrayList<>();
			troubles.attempt("nobody tells how people are", () -> pages.addAll(scene.pages()));
			troubles.attempt("nobody could look for secrets", () -> this.leaks.found(pages).forEach(troubles::add));
			scene.strangeAnswers().forEach(troubles::add);
			this.afterwards.late(this.world.seen(), scene.beginning()).forEach(troubles::add);
			int parked = this.world.parked() - before;
			if (parked > 0 && !cell.parks()) {
				troubles.add(parked + " messages were parked");
			}
			Judgement judgement = Verdict
				.on(new Evidence(scene.accepted(), scene.acceptedAndRefused(), pages, seen(scene), cell.slack(),
						scene.deeds().bound(), scene.longestPost(), scene.resumed(), troubles.words()));
			this.afterwards.over(scene.beginning(), this.world.seen());
			return result(cell, scene, judgement, Math.max(0, parked), Duration.ofNanos(System.nanoTime() - start));
		}
	}

	private List<Seen> seen(Scene scene) {
		return this.world.seen().stream().filter((it) -> Afterwards.beginning(it).equals(scene.beginning())).toList();
	}

	/** What is done within some seconds to people of cells that are over, in words. */
	List<String> late() throws InterruptedException {
		TimeUnit.SECONDS.sleep(SECONDS_AFTERWARDS);
		return this.afterwards.late(this.world.seen(), "");
	}

	private CellResult result(Cell cell, Scene scene, Judgement judgement, int parked, Duration time) {
		return new CellResult(cell.name(), this.world.program(), this.seed, scene.arrived(), judgement.acknowledged(),
				judgement.ready(), judgement.lost(), judgement.doubled(), judgement.repeats(), judgement.bound(),
				judgement.failed(), parked, judgement.stall().toMillis(), judgement.longestPost().toMillis(),
				scene.resumed().toMillis(), time.toSeconds(), scene.deeds().done(), judgement.broken(),
				judgement.slow());
	}

	@Override
	public void close() {
		this.world.close();
	}

}
