package dev.onboard.task.console;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import dev.onboard.events.ActivationReport;
import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetReport.News;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.AcceptingPeople;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.activation.FollowingActivation;
import dev.onboard.task.targets.FollowingTargets;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;

/** People, and what the other services say of them, without these. */
@TestComponent
class Company {

	private final AcceptingPeople accepting;

	private final FollowingSteps steps;

	private final FollowingTargets targets;

	private final FollowingActivation activation;

	Company(AcceptingPeople accepting, FollowingSteps steps, FollowingTargets targets, FollowingActivation activation) {
		this.accepting = accepting;
		this.steps = steps;
		this.targets = targets;
		this.activation = activation;
	}

	/** As the other services know them. */
	Person add(NewPerson person) {
		UUID id = this.accepting.accept(null, "", () -> person).id();
		return Somebody.known(id, person);
	}

	Person add() {
		return add(Somebody.fresh());
	}

	Person ready(NewPerson person) {
		Person ready = add(person);
		added(TargetSystem.MAIL, ready, "mailbox " + ready.address());
		added(TargetSystem.REDMINE, ready, "account " + ready.login());
		added(TargetSystem.SLACK, ready, "posted to #welcome");
		return ready;
	}

	void added(TargetSystem system, Person person, String detail) {
		say(system, StepResult.ADDED, person, 1, detail, null);
	}

	/** After somebody has asked for it once more. */
	void addedAgain(TargetSystem system, Person person, String detail) {
		this.steps.follow(
				new StepReport(system, StepResult.ADDED, person, new Attempt(2, 1), detail, now(), null, List.of()));
	}

	void retrying(TargetSystem system, Person person, int attempt, String detail, Duration next) {
		say(system, StepResult.RETRYING, person, attempt, detail, Instant.now().plus(next));
	}

	void failed(TargetSystem system, Person person, String detail, Choice... choices) {
		say(system, StepResult.FAILED, person, 1, detail, null, choices);
	}

	void skipped(TargetSystem system, Person person, String detail) {
		say(system, StepResult.SKIPPED, person, 1, detail, null);
	}

	private void say(TargetSystem system, StepResult result, Person person, int attempt, String detail,
			@Nullable Instant next, Choice... choices) {
		this.steps.follow(
				new StepReport(system, result, person, new Attempt(1, attempt), detail, now(), next, List.of(choices)));
	}

	void linkMailed(Person person) {
		this.activation.follow(new ActivationReport(ActivationReport.State.SENT, person, Attempt.FIRST,
				"mailed to " + person.contactEmail(), now(), now().plus(Duration.ofDays(7))));
	}

	void paused(TargetSystem system, String reason, int waiting) {
		this.targets.follow(new TargetReport(system, News.PAUSED, true, reason, now(), null, waiting, 0,
				now().minus(Duration.ofMinutes(18)), Instant.now()));
	}

	void works(TargetSystem system) {
		this.targets.follow(new TargetReport(system, News.RESUMED, false, "", now(), null, 0, 4, now(), Instant.now()));
	}

	/** As exact as the column: anything coarser may be before what was just written. */
	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

}
