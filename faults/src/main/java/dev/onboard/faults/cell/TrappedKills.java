package dev.onboard.faults.cell;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;

/**
 * kill -9 of whichever of a service's replicas first comes to a point where it hurts;
 * every other time the one before is still starting.
 *
 * @param kills how many
 */
record TrappedKills(String name, String service, Slack slack, Trap trap, int kills) implements Cell {

	private static final int PEOPLE_PER_KILL = 10;

	@Override
	public int people(int asked) {
		return this.kills * PEOPLE_PER_KILL;
	}

	@Override
	public void happen(Scene scene) throws InterruptedException, ExecutionException {
		List<Replica> replicas = scene.world().replicas(this.service);
		for (int kill = 0; kill < this.kills; kill++) {
			if (kill % 2 == 0) {
				Replica.awaitAny(replicas);
			}
			else {
				// Two that start at once take longer than one after the other.
				replicas.forEach(Replica::awaitReady);
			}
			CompletableFuture<Replica> victim = new CompletableFuture<>();
			this.trap.set(scene.world(), replicas, (caught) -> {
				scene.kill(caught);
				victim.complete(caught);
			});
			scene.arrive(scene.people() / this.kills);
			try {
				victim.get(1, TimeUnit.MINUTES).launch();
			}
			catch (TimeoutException ex) {
				throw new IllegalStateException("kill " + (kill + 1) + ": nobody came to that point", ex);
			}
		}
		replicas.forEach(Replica::awaitReady);
	}

}
