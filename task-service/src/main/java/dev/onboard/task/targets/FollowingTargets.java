package dev.onboard.task.targets;

import dev.onboard.events.TargetReport;
import dev.onboard.task.person.IgnoredReports;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the targets' pages true to what their services report, in whatever order. */
@Component
public class FollowingTargets {

	private final Targets targets;

	private final ApplicationEventPublisher announcements;

	private final IgnoredReports ignored;

	FollowingTargets(Targets targets, ApplicationEventPublisher announcements, IgnoredReports ignored) {
		this.targets = targets;
		this.announcements = announcements;
		this.ignored = ignored;
	}

	/**
	 * Takes over what a report says, if it is newer than what we know. The first that
	 * tells of a pause announces it, whatever came in between, and the next is announced
	 * only after a success: who resumes what does not work yet is not told so again.
	 */
	@Transactional
	public void follow(TargetReport report) {
		TargetRow before = this.targets.lock(report.system());
		if (!before.isNews(report)) {
			this.ignored.add(report, new TargetChanged(report.system()));
			return;
		}
		this.targets.change(before.after(report));
		if (before.paused() || report.paused()) {
			this.announcements.publishEvent(new TargetChanged(report.system()));
		}
		if (before.needsAlert(report)) {
			this.announcements.publishEvent(new TargetPaused(report.system(), report.reason()));
		}
		else if (before.isRecovery(report)) {
			this.announcements.publishEvent(new TargetResumed(report.system(), true));
		}
		else if (before.paused() && !report.paused() && !before.isOutage()) {
			this.announcements.publishEvent(new TargetResumed(report.system(), false));
		}
	}

}
