package dev.onboard.bench;

import java.io.IOException;
import java.util.Optional;

import dev.onboard.bench.figure.Accepting;
import dev.onboard.bench.figure.Backlog;
import dev.onboard.bench.figure.Growing;
import dev.onboard.bench.figure.Latency;
import dev.onboard.bench.figure.Measured;
import dev.onboard.bench.figure.Memory;
import dev.onboard.bench.figure.Pipeline;
import dev.onboard.bench.figure.Plan;
import dev.onboard.bench.figure.Restarting;
import dev.onboard.bench.figure.Scaling;
import dev.onboard.bench.figure.Starting;
import dev.onboard.bench.figure.Syncs;
import dev.onboard.bench.figure.Workers;
import dev.onboard.bench.measure.Round;
import dev.onboard.bench.world.Image;
import dev.onboard.bench.world.World;
import org.jspecify.annotations.Nullable;

/** Each figure with what has to run for it. */
final class Figures {

	/** P4 leaves four fifths of what there is. */
	private static final double SHARE = 0.2;

	private final World world;

	private final Plan plan;

	/** For what is started anew again and again, or takes ten times as many people. */
	private final Plan hasty;

	private final Sizes sizes;

	private @Nullable Double capacity;

	/** It takes half an hour, so it is measured once. */
	private @Nullable Round backlog;

	Figures(World world, Plan plan, Sizes sizes) {
		this.world = world;
		this.plan = plan;
		this.hasty = plan.hasty();
		this.sizes = sizes;
	}

	/** Why one cannot be measured here. */
	Optional<String> obstacle(Figure figure) {
		int version = Runtime.version().feature();
		return (figure == Figure.P5 && version < Image.OLDEST_JAVA)
				? Optional.of("an image has Java %d or newer, and this is %d".formatted(Image.OLDEST_JAVA, version))
				: Optional.empty();
	}

	/** In the order of the figures, for the task-service alone runs at first. */
	Measured measure(Figure figure) throws IOException {
		return switch (figure) {
			case P1 -> new Accepting(this.world, this.hasty).measure();
			case P2 -> throughput();
			case P3 -> {
				this.world.startAll();
				yield new Syncs(this.world, this.plan).measure();
			}
			case P4 -> latency();
			case P5 -> new Starting(this.world, this.plan).measure();
			case P6 -> new Memory(this.world, this.sizes.people(), this::backlog).measure();
			case P7 -> new Restarting(this.world, this.hasty).measure();
			case P8 -> {
				this.world.startAll();
				yield new Workers(this.world, this.plan).measure();
			}
			case P9 -> new Growing(this.world, this.plan, this.sizes.crowd(), this::backlog).measure();
			case P10 -> new Scaling(this.world, this.hasty).measure();
		};
	}

	private Measured throughput() {
		this.world.startAll();
		Measured measured = new Pipeline(this.world, this.plan).measure();
		this.capacity = measured.scores().get(0).ours();
		return measured;
	}

	private Round backlog() {
		if (this.backlog == null) {
			this.backlog = new Backlog(this.world, this.plan, this.sizes.backlog()).measure();
		}
		return this.backlog;
	}

	private Measured latency() {
		this.world.startAll();
		double people = (this.capacity != null && this.capacity > 0) ? this.capacity
				: new Pipeline(this.world, this.plan).capacity();
		return new Latency(this.world, this.plan, SHARE * people).measure();
	}

}
