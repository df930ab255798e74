package dev.onboard.task.imports;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.Rounds;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works on the running imports, on one thread, a few rows of each in turn: one that was
 * started later does not wait for the end of a long one. It looks for more after half a
 * second, after a second while the database is away.
 */
@Component
class ImportWorker implements SmartLifecycle {

	private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	/** Rows of an import in one turn. */
	private static final int TURN = 20;

	private final ImportTable imports;

	private final AcceptingRows accepting;

	private final Backlog backlog;

	private final Rounds rounds = new Rounds("imports", "Importing", OwnTrouble.SHORT_BACK_OFF, Set.of(), this::round);

	ImportWorker(ImportTable imports, AcceptingRows accepting, Backlog backlog) {
		this.imports = imports;
		this.accepting = accepting;
		this.backlog = backlog;
	}

	private void round(Rounds.Stop stop) throws InterruptedException {
		work(stop::isAsked);
		stop.await(LOOK_AGAIN);
	}

	/** As long as there is something that can be done now. */
	void work(BooleanSupplier stopped) {
		boolean more = true;
		while (more && !stopped.getAsBoolean()) {
			more = false;
			for (UUID id : this.imports.running()) {
				more |= !stopped.getAsBoolean() && this.accepting.acceptSome(id, this.backlog.isFull() ? 0 : TURN);
			}
		}
	}

	@Override
	public void start() {
		this.rounds.start();
	}

	/** Lets the row in hand finish. */
	@Override
	public void stop() {
		this.rounds.stop(LONGEST_STOP);
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
