package dev.onboard.faults.world;

import java.util.Random;
import java.util.function.Predicate;

/** What one cell has: the world, its people, its chance. */
public final class Scene {

	public World world() {
		throw new UnsupportedOperationException();
	}

	/** How many people the cell should let arrive, altogether. */
	public int people() {
		throw new UnsupportedOperationException();
	}

	/** From the seed and the name of the cell. */
	public Random random() {
		throw new UnsupportedOperationException();
	}

	/** So many more are posted by 16 clients from now on; returns at once. */
	public void arrive(int people) {
		throw new UnsupportedOperationException(people + "");
	}

	/** Waits until all that arrive were answered with 202. */
	public void awaitAccepted() {
		throw new UnsupportedOperationException();
	}

	/** Waits until so many of them are READY. */
	public void awaitReady(int people) {
		throw new UnsupportedOperationException(people + "");
	}

	/**
	 * So many welcome mails or webhook posts may be repeated more, because so many calls
	 * were under way at a kill or lost their answers.
	 */
	public void allowRepeats(int more) {
		throw new UnsupportedOperationException(more + "");
	}

	/** Whose address is such has to end as NEEDS_ATTENTION instead of READY. */
	public void refused(Predicate<String> address) {
		throw new UnsupportedOperationException(address + "");
	}

	/** Counts something for the report, as in {@code did("kills")}. */
	public void did(String what) {
		throw new UnsupportedOperationException(what);
	}

}
