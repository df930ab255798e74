package dev.onboard.task;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.ErasedPersonException;
import dev.onboard.task.person.NotPossibleException;
import dev.onboard.task.person.StepRows;
import dev.onboard.task.person.UnknownNameException;
import dev.onboard.task.targets.TargetPage;
import dev.onboard.task.targets.Targets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tries a target again for everybody whom it has failed, once what was wrong is mended.
 */
@Component
public class RetryingFailed {

	private static final int MOST = 500;

	/** Whoever asks is answered within a second or two. */
	private static final Duration LONGEST = Duration.ofMillis(700);

	private static final Logger log = LoggerFactory.getLogger(RetryingFailed.class);

	private final StepRows steps;

	private final DecidingByHand deciding;

	private final Targets targets;

	RetryingFailed(StepRows steps, DecidingByHand deciding, Targets targets) {
		this.steps = steps;
		this.deciding = deciding;
		this.targets = targets;
	}

	/**
	 * Asks anew for steps of the target that have FAILED, as if somebody asked for one
	 * after the other: as many as there is time for, and at most {@value #MOST}. Whoever
	 * needs another decision first is left alone.
	 * @param system as in paths
	 * @param reason in the words of whoever decides, for the histories
	 * @return the target, with how many are left
	 * @throws UnknownNameException if there is no such system
	 * @throws NotPossibleException if there is nobody
	 */
	public TargetPage retry(String system, String reason) {
		TargetSystem target = Targets.named(system);
		List<UUID> failed = this.steps.failed(target, MOST);
		if (failed.isEmpty()) {
			throw new NotPossibleException("No " + system + " step has FAILED that only has to be tried again.");
		}
		long start = System.nanoTime();
		for (UUID person : failed) {
			try {
				this.deciding.retryFailed(person, target, reason);
			}
			catch (ErasedPersonException ex) {
				log.info("Nothing to retry for {} any more, who was erased", person);
			}
			if (System.nanoTime() - start > LONGEST.toNanos()) {
				break;
			}
		}
		return this.targets.get(system);
	}

}
