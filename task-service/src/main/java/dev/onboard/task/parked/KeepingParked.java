package dev.onboard.task.parked;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.delivery.forgetting.Erased;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.UserErase;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.StepRow;
import dev.onboard.task.person.StepRows;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what nobody could handle, for somebody to look at. If it was about a person whose
 * step stands still without it, that step has failed, and the person needs attention.
 */
@Component
public class KeepingParked {

	private static final Logger log = LoggerFactory.getLogger(KeepingParked.class);

	private final ParkedRows rows;

	private final ParkedHistory history;

	private final PersonRows people;

	private final StepRows steps;

	private final FollowingSteps following;

	private final Erased erased;

	private final Clock clock;

	KeepingParked(ParkedRows rows, ParkedHistory history, PersonRows people, StepRows steps, FollowingSteps following,
			Erased erased, Clock clock) {
		this.rows = rows;
		this.history = history;
		this.people = people;
		this.steps = steps;
		this.following = following;
		this.erased = erased;
		this.clock = clock;
	}

	/**
	 * Keeps a message, unless it tells of somebody who was erased; the same parking told
	 * again changes nothing.
	 */
	@Transactional
	public void keep(ParkedMessage message) {
		Optional<ParkedSubject> subject = ParkedSubject.of(message);
		// First the person, then what was parked of them, as whoever erases them does:
		// else each could wait for the other, or this be kept just after the erasure.
		Optional<Person> person = subject.flatMap((about) -> this.people.lockIfThere(about.person()));
		if (!UserErase.TYPE.equals(message.type())
				&& subject.filter((it) -> this.erased.contains(it.person())).isPresent()) {
			log.info("Dropping a parked message of {}: the person was erased", message.queue());
			return;
		}
		UUID id = this.rows.add(message);
		if (!this.history.add(id, "parked", message.reason(), message.parking())) {
			return;
		}
		this.rows.count(id, message, subject.map(ParkedSubject::person).orElse(null));
		log.warn("A message of {} was parked as /parked/{}: {}", message.queue(), id, message.reason());
		person.ifPresent((known) -> fail(known, subject.orElseThrow(), message, id));
	}

	private void fail(Person person, ParkedSubject about, ParkedMessage message, UUID id) {
		Optional<WorkQueue> queue = WorkQueue.named(message.queue());
		Optional<StepRow> step = queue.flatMap((it) -> it.step(message.type()))
			.map((system) -> this.steps.of(person.id()).of(system))
			// What has ended needs no message: this one was a repeat.
			.filter((it) -> !it.state().ended());
		if (step.isPresent()) {
			// The attempts of the mailbox are not those of the step that follows it.
			Attempt said = queue.orElseThrow().follows(message.type()) ? Attempt.FIRST : about.attempt();
			String detail = "a message of " + message.queue() + " was parked: " + message.reason() + " (see /parked/"
					+ id + ")";
			this.following.follow(new StepReport(step.get().system(), StepResult.FAILED, person,
					attempt(said, step.get()), detail, this.clock.instant(), null, List.of()));
		}
	}

	/** Where nobody can read which attempt it was, it counts as the last. */
	private static Attempt attempt(@Nullable Attempt said, StepRow step) {
		return Objects.requireNonNullElseGet(said, () -> new Attempt(step.generation(), Math.max(1, step.attempts())));
	}

}
