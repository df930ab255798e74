package dev.onboard.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.PersonState;
import dev.onboard.task.person.StepState;
import dev.onboard.task.person.UnknownPersonException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.onboard.events.StepResult.ADDED;
import static dev.onboard.events.StepResult.FAILED;
import static dev.onboard.events.StepResult.RETRYING;
import static dev.onboard.events.StepResult.SKIPPED;
import static dev.onboard.events.TargetSystem.MAIL;
import static dev.onboard.events.TargetSystem.REDMINE;
import static dev.onboard.events.TargetSystem.SLACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@TaskServiceTest
class FollowingStepsIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	private final FollowingSteps following;

	private final AcceptingPeople accepting;

	private final People people;

	FollowingStepsIntegrationTests(@Autowired FollowingSteps following, @Autowired AcceptingPeople accepting,
			@Autowired People people) {
		this.following = following;
		this.accepting = accepting;
		this.people = people;
	}

	/**
	 * What was said of a step.
	 */
	record Said(TargetSystem system, StepResult result, int generation, int attempt) {

		StepReport about(UUID id, NewPerson person) {
			return new StepReport(this.system, this.result, Somebody.known(id, person),
					new Attempt(this.generation, this.attempt), toString(), at(), next(), List.of());
		}

		Instant at() {
			return NOON.plusSeconds(this.generation * 1000L + this.attempt);
		}

		@Nullable Instant next() {
			return (this.result == RETRYING) ? at().plusSeconds(5) : null;
		}

		StepPage page() {
			return new StepPage(this.system, StepState.after(this.result), this.attempt, toString(), next(), at(), null,
					null, null);
		}

	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource
	void endsInTheSamePageWhateverTheOrderAndHoweverOftenItIsSaid(PersonState state, List<Said> outcome,
			List<Said> before) {
		List<Said> reports = Stream.concat(outcome.stream(), before.stream()).toList();
		for (List<Said> order : permutations(reports)) {
			NewPerson person = Somebody.fresh();
			UUID id = accept(person);
			order.forEach((said) -> this.following.follow(said.about(id, person)));
			assertPage(id, state, outcome, order);
			order.forEach((said) -> this.following.follow(said.about(id, person)));
			assertPage(id, state, outcome, order);
		}
	}

	static List<Arguments> endsInTheSamePageWhateverTheOrderAndHoweverOftenItIsSaid() {
		Said slack = new Said(SLACK, ADDED, 1, 1);
		Said redmine = new Said(REDMINE, SKIPPED, 1, 1);
		return List.of(
				arguments(PersonState.READY, List.of(new Said(MAIL, ADDED, 1, 3), redmine, slack),
						List.of(new Said(MAIL, RETRYING, 1, 1), new Said(MAIL, RETRYING, 1, 2))),
				arguments(PersonState.READY, List.of(new Said(MAIL, ADDED, 1, 1), redmine, slack),
						List.of(new Said(MAIL, RETRYING, 1, 2), new Said(MAIL, FAILED, 2, 1))),
				arguments(PersonState.NEEDS_ATTENTION, List.of(new Said(MAIL, FAILED, 1, 3), redmine, slack),
						List.of(new Said(MAIL, RETRYING, 1, 2))),
				arguments(PersonState.IN_PROGRESS, List.of(new Said(MAIL, RETRYING, 2, 1), redmine, slack),
						List.of(new Said(MAIL, RETRYING, 1, 29), new Said(MAIL, FAILED, 1, 30))),
				arguments(PersonState.NEEDS_ATTENTION,
						List.of(new Said(MAIL, RETRYING, 1, 1), new Said(REDMINE, FAILED, 1, 1), slack),
						List.of(new Said(SLACK, RETRYING, 1, 2))),
				arguments(PersonState.READY,
						List.of(new Said(MAIL, ADDED, 1, 1), new Said(REDMINE, ADDED, 2, 1), slack),
						List.of(new Said(REDMINE, SKIPPED, 1, 1))));
	}

	@Test
	void isInProgressUntilEveryStepWasHeardOf() {
		NewPerson person = Somebody.fresh();
		UUID id = accept(person);
		this.following.follow(new Said(MAIL, ADDED, 1, 1).about(id, person));
		this.following.follow(new Said(REDMINE, SKIPPED, 1, 1).about(id, person));
		assertThat(this.people.get(id).state()).isEqualTo(PersonState.IN_PROGRESS);
		this.following.follow(new Said(SLACK, ADDED, 1, 1).about(id, person));
		assertThat(this.people.get(id).state()).isEqualTo(PersonState.READY);
	}

	@Test
	void changesThePageOfNobodyElse() {
		NewPerson other = Somebody.fresh();
		PersonPage before = this.people.get(accept(other));
		NewPerson person = Somebody.fresh();
		this.following.follow(new Said(MAIL, ADDED, 1, 1).about(accept(person), person));
		assertThat(this.people.get(before.id())).isEqualTo(before);
	}

	@Test
	void losesNothingWhenStepsEndAtTheSameTime() throws Exception {
		ExecutorService services = Executors.newFixedThreadPool(TargetSystem.values().length);
		try {
			for (int run = 0; run < 200; run++) {
				NewPerson person = Somebody.fresh();
				UUID id = accept(person);
				List<Callable<Boolean>> reports = Stream.of(TargetSystem.values())
					.<Callable<Boolean>>map((system) -> () -> {
						this.following.follow(new Said(system, ADDED, 1, 1).about(id, person));
						return true;
					})
					.toList();
				for (Future<Boolean> report : services.invokeAll(reports)) {
					report.get();
				}
				assertThat(this.people.get(id).state()).as("run %s", run).isEqualTo(PersonState.READY);
			}
		}
		finally {
			services.shutdownNow();
		}
	}

	@Test
	void knowsNobodyWhomItDidNotAccept() {
		StepReport report = new Said(MAIL, ADDED, 1, 1).about(UUID.randomUUID(), Somebody.fresh());
		assertThatExceptionOfType(UnknownPersonException.class).isThrownBy(() -> this.following.follow(report))
			.withMessage("nobody has the id " + report.person().id());
	}

	private UUID accept(NewPerson person) {
		return this.accepting.accept(null, "", () -> person).id();
	}

	private void assertPage(UUID id, PersonState state, List<Said> outcome, List<Said> order) {
		PersonPage page = this.people.get(id);
		assertThat(page.steps()).as("after %s", order)
			.usingRecursiveFieldByFieldElementComparatorIgnoringFields("choices", "possible")
			.isEqualTo(outcome.stream().map(Said::page).toList());
		assertThat(page.state()).as("after %s", order).isEqualTo(state);
	}

	private static <T> List<List<T>> permutations(List<T> elements) {
		if (elements.isEmpty()) {
			return List.of(List.of());
		}
		List<List<T>> permutations = new ArrayList<>();
		for (int first = 0; first < elements.size(); first++) {
			List<T> others = new ArrayList<>(elements);
			T element = others.remove(first);
			permutations(others).forEach((rest) -> {
				List<T> order = new ArrayList<>(List.of(element));
				order.addAll(rest);
				permutations.add(Collections.unmodifiableList(order));
			});
		}
		return permutations;
	}

}
