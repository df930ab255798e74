package dev.onboard.faults.cell;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import dev.onboard.faults.Cell;
import dev.onboard.faults.outside.Behaviour;
import dev.onboard.faults.outside.Target;
import dev.onboard.faults.world.Page;
import dev.onboard.faults.world.Scene;
import org.awaitility.Awaitility;

/**
 * Redmine refuses everybody, for it wants something that nobody has. Only the first fail:
 * it pauses, and whoever comes after them waits until it is mended.
 */
record RefusesAll(String name) implements Cell {

	private static final int UNPROCESSABLE = 422;

	/**
	 * Five in a row pause it, two services may have 16 more in hand each, and it is
	 * probed some times.
	 */
	private static final int MOST = 50;

	@Override
	public int people(int asked) {
		return Math.max(2 * MOST, asked);
	}

	@Override
	public void happen(Scene scene) throws IOException {
		Target redmine = scene.world().outside().redmine();
		redmine.behave(Behaviour.only((person) -> true, Behaviour.status(UNPROCESSABLE)));
		scene.arrive(scene.people());
		Awaitility.await("all mailboxes")
			.atMost(Duration.ofMinutes(1))
			.ignoreExceptionsInstanceOf(IOException.class)
			.until(() -> scene.pages().size() == scene.people()
					&& scene.pages().stream().allMatch((page) -> page.step("mail").state().equals("DONE"))
					&& scene.pages().stream().anyMatch((page) -> page.step("redmine").state().equals("WAITING")));
		redmine.behave(Behaviour.well());
		scene.awaitEnd();
		List<Page> failed = scene.pages().stream().filter(Page::needsAttention).toList();
		if (failed.isEmpty() || failed.size() > MOST) {
			throw new IllegalStateException(failed.size() + " failed, though it should have paused");
		}
		for (Page page : failed) {
			scene.decide(page, "redmine", "retry");
			scene.deeds().did("retries by hand");
		}
		scene.awaitReady(scene.people());
	}

}
