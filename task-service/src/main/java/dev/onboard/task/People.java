package dev.onboard.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.onboard.events.TargetSystem;
import dev.onboard.task.activation.ActivationPage;
import dev.onboard.task.activation.Activations;
import dev.onboard.task.person.ErasedPersonException;
import dev.onboard.task.person.Filter;
import dev.onboard.task.person.History;
import dev.onboard.task.person.HistoryLine;
import dev.onboard.task.person.PersonRow;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.Progress;
import dev.onboard.task.person.StepRow;
import dev.onboard.task.person.StepRows;
import dev.onboard.task.person.UnknownPersonException;
import dev.onboard.task.targets.TargetRow;
import dev.onboard.task.targets.Targets;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The pages of everybody who was ever accepted. */
@Component
public class People {

	private final PersonRows people;

	private final StepRows steps;

	private final Targets targets;

	private final Activations activations;

	private final History history;

	People(PersonRows people, StepRows steps, Targets targets, Activations activations, History history) {
		this.people = people;
		this.steps = steps;
		this.targets = targets;
		this.activations = activations;
		this.history = history;
	}

	/**
	 * All that is known of a person.
	 * @throws UnknownPersonException if nobody ever had this id
	 * @throws ErasedPersonException if somebody had it
	 */
	public PersonPage get(UUID id) {
		PersonRow row = this.people.find(id).orElseThrow(() -> this.people.noneOf(id));
		return page(row, this.steps.of(id), this.activations.of(id), this.history.of(id));
	}

	/** All that is known of a person, by whoever has just read or written it. */
	PersonPage page(PersonRow row, Progress progress, @Nullable ActivationPage activation, List<HistoryLine> history) {
		List<StepPage> pages = progress.steps()
			.stream()
			.map((step) -> StepPage.of(step)
				.with(StepChoice.of(step, row.person(), progress), progress.possible(step.system())))
			.toList();
		return PersonPage.of(row, waiting(pages, progress, this.targets.paused())).with(activation, history);
	}

	/**
	 * In a listing a person has neither activation nor history, and a step no choices.
	 */
	public Slice<PersonPage> list(Filter filter) {
		return Slice.of(this.people.list(filter), filter.limit(), PersonRow::number, this::pages);
	}

	private List<PersonPage> pages(Collection<PersonRow> rows) {
		if (rows.isEmpty()) {
			return List.of();
		}
		Map<UUID, List<StepRow>> steps = this.steps.of(rows.stream().map(PersonRow::id).toList())
			.stream()
			.collect(Collectors.groupingBy(StepRow::person));
		Map<TargetSystem, TargetRow> paused = this.targets.paused();
		return rows.stream().map((row) -> {
			Progress progress = new Progress(steps.getOrDefault(row.id(), List.of()));
			List<StepPage> pages = progress.steps().stream().map(StepPage::of).toList();
			return PersonPage.of(row, waiting(pages, progress, paused));
		}).toList();
	}

	private static List<StepPage> waiting(List<StepPage> pages, Progress progress,
			Map<TargetSystem, TargetRow> paused) {
		return pages.stream().map((page) -> {
			TargetRow target = paused.get(page.system());
			boolean waits = progress.inTurn(page.system()) && progress.of(page.system()).waitsForTarget();
			return (target != null && waits) ? page.waitingFor(target) : page;
		}).toList();
	}

}
