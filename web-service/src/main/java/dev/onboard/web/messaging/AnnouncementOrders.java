package dev.onboard.web.messaging;

import java.util.Optional;

import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.Person;
import dev.onboard.events.StepRefresh;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.web.Announcement;
import dev.onboard.web.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Takes the orders to announce people, and hears how their other steps end: that is noted
 * first, so that whatever is announced from then on shows it, and then brings up to date
 * what was announced before.
 */
record AnnouncementOrders(WebOrders orders, Progress progress, Announcement announcement,
		Steps steps) implements QueueListener {

	@Override
	public void hear(Event event) {
		if (event instanceof StepReport report && this.orders.starts(report)) {
			bringUpToDate(report);
			this.orders.hear(report);
		}
		else if (event instanceof StepReport report && endsRedmine(report)) {
			bringUpToDate(report);
		}
		else if (event instanceof StepRefresh refresh && refresh.system() == target()) {
			refresh(refresh.person(), refresh.attempt());
		}
		else {
			this.orders.hear(event);
		}
	}

	private static boolean endsRedmine(StepReport report) {
		return report.system() == TargetSystem.REDMINE && report.result() != StepResult.RETRYING;
	}

	private void bringUpToDate(StepReport report) {
		this.progress.note(report);
		int version = this.progress.of(report.person().id()).version();
		refresh(report.person(), new Attempt(version, 1));
	}

	/** The version of the progress counts as generation: a newer one is a new order. */
	private void refresh(Person person, Attempt attempt) {
		Optional<Step> refresh = this.announcement.refresh(person.id(), attempt.generation());
		refresh.ifPresent((step) -> this.steps.carry(step, person, attempt, queue()));
	}

	@Override
	public String queue() {
		return this.orders.queue();
	}

	@Override
	public @Nullable TargetSystem target() {
		return this.orders.target();
	}

}
