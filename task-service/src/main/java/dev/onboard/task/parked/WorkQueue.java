package dev.onboard.task.parked;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import org.jspecify.annotations.Nullable;

/** A queue where work waits, and whose step stands still without it. */
enum WorkQueue {

	MAIL_CREATE(List.of(TargetSystem.MAIL)), MAIL_CONTROL(List.of(TargetSystem.MAIL)),
	WEB_REDMINE(List.of(TargetSystem.REDMINE)), WEB_SLACK(List.of(TargetSystem.SLACK)),
	WEB_CONTROL(List.of(TargetSystem.REDMINE, TargetSystem.SLACK)), TASK_EVENTS(List.of(TargetSystem.values()));

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<TargetSystem> systems;

	WorkQueue(List<TargetSystem> systems) {
		this.systems = systems;
	}

	/** As in {@code rabbitmq/definitions.json}. */
	String wireName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '.');
	}

	static Optional<WorkQueue> named(@Nullable String wireName) {
		return Stream.of(values()).filter((queue) -> queue.wireName().equals(wireName)).findFirst();
	}

	/**
	 * The step that a message of this type belongs to; empty for one that no step waits
	 * for.
	 */
	Optional<TargetSystem> step(@Nullable String type) {
		return this.systems.stream().filter((system) -> belongs(system, type)).findFirst();
	}

	/** Whether this type begins a step that was not asked for by name. */
	boolean follows(@Nullable String type) {
		return (this == WEB_REDMINE || this == WEB_SLACK) && Stream.of(StepResult.ADDED, StepResult.SKIPPED)
			.anyMatch((result) -> StepReport.type(TargetSystem.MAIL, result).equals(type));
	}

	private boolean belongs(TargetSystem system, @Nullable String type) {
		if (this == TASK_EVENTS) {
			return Stream.of(StepResult.values()).anyMatch((result) -> StepReport.type(system, result).equals(type));
		}
		return StepRetry.type(system).equals(type) || follows(type)
				|| (this == MAIL_CREATE && UserCreate.TYPE.equals(type));
	}

}
