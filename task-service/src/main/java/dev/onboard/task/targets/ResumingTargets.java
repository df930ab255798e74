package dev.onboard.task.targets;

import java.time.Clock;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.TargetResume;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.actor.Actor;
import dev.onboard.task.person.NotPossibleException;
import dev.onboard.task.person.UnknownNameException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a paused target go on at once, without waiting for the next probe. */
@Component
public class ResumingTargets {

	private static final Logger log = LoggerFactory.getLogger(ResumingTargets.class);

	private final Targets targets;

	private final Outbox outbox;

	private final Actor actor;

	private final Clock clock;

	ResumingTargets(Targets targets, Outbox outbox, Actor actor, Clock clock) {
		this.targets = targets;
		this.outbox = outbox;
		this.actor = actor;
		this.clock = clock;
	}

	/**
	 * Asks the target's service to go on; its page changes when that has.
	 * @param system as in paths
	 * @throws UnknownNameException if there is no such system
	 * @throws NotPossibleException if it is not paused
	 */
	@Transactional
	public TargetPage resume(String system) {
		TargetSystem resumed = Targets.named(system);
		TargetPage page = this.targets.get(system);
		if (page.state() != TargetState.PAUSED) {
			throw new NotPossibleException(
					system + " is " + page.state() + ", and only a paused target can be resumed.");
		}
		this.outbox.say(new TargetResume(resumed, this.clock.instant()));
		log.info("{} is resumed by {}", system, this.actor.name());
		return page;
	}

}
