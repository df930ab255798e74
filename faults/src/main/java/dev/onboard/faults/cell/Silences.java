package dev.onboard.faults.cell;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import dev.onboard.faults.Cell;
import dev.onboard.faults.link.Link;
import dev.onboard.faults.world.Links;
import dev.onboard.faults.world.Replica;
import dev.onboard.faults.world.Scene;
import dev.onboard.faults.world.Slack;

/**
 * Nothing passes between a service and something it needs for ten seconds, and nothing
 * says so: first with one of its replicas, then with both.
 *
 * @param service whose replicas it happens to
 * @param way to what they need
 * @param blind whether that cannot be asked what it has
 */
record Silences(String name, String service, Slack slack, Function<Links, Link> way, boolean blind) implements Cell {

	private static final Duration TIME = Duration.ofSeconds(10);

	@Override
	public void happen(Scene scene) throws InterruptedException {
		List<Replica> replicas = scene.world().replicas(this.service);
		Replica one = replicas.get(scene.random().nextInt(replicas.size()));
		silence(List.of(one), scene);
		silence(replicas, scene);
	}

	private void silence(List<Replica> replicas, Scene scene) throws InterruptedException {
		int part = scene.people() / 4;
		scene.arrive(part);
		scene.awaitReady(scene.arrived() - part + 1);
		List<Link> links = replicas.stream().map((replica) -> this.way.apply(replica.links())).toList();
		int before = links.stream().mapToInt(Link::held).sum();
		int calls = links.stream().mapToInt(Link::connections).sum();
		links.forEach(Link::silence);
		if (this.blind) {
			scene.allowWhatIsInHand();
		}
		scene.arrive(part);
		TimeUnit.MILLISECONDS.sleep(TIME.toMillis());
		int held = links.stream().mapToInt(Link::held).sum() - before;
		if (this.blind) {
			// Each call that nobody answered ends its connection, and arrives all the
			// same.
			scene.deeds().allowRepeats(links.stream().mapToInt(Link::connections).sum() - calls);
		}
		links.forEach(Link::well);
		if (held == 0) {
			throw new IllegalStateException("nobody had anything to say");
		}
		scene.deeds().did("silences of " + replicas.size());
	}

}
