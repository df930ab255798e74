package dev.onboard.faults.cell;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.onboard.faults.link.BrokerLink;
import dev.onboard.faults.link.Link;
import dev.onboard.faults.outside.Outside;
import dev.onboard.faults.outside.Target;
import dev.onboard.faults.world.Links;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.World;

/** A point in the life of a message where a replica is caught. */
@FunctionalInterface
interface Trap {

	/**
	 * Catches the first of the replicas that comes to this point; it waits there until
	 * {@code caught} has returned.
	 */
	void set(World world, List<Replica> replicas, Consumer<Replica> caught);

	/** At the broker. */
	static Trap at(BrokerLink.Moment moment) {
		return (world, replicas, caught) -> {
			AtomicBoolean first = new AtomicBoolean(true);
			replicas.forEach((replica) -> replica.links().broker().onNext(moment, () -> {
				if (first.getAndSet(false)) {
					caught.accept(replica);
				}
			}));
		};
	}

	/** At a target, with a call that adds something. */
	static Trap at(Target.Point point, Function<Outside, Target> target, Function<Links, Link> way) {
		return (world, replicas, caught) -> target.apply(world.outside())
			.onNext(point,
					(int port) -> caught.accept(replicas.stream()
						.filter((replica) -> way.apply(replica.links()).isFrom(port))
						.findFirst()
						.orElseThrow(() -> new IllegalStateException("nobody knows who called"))));
	}

}
