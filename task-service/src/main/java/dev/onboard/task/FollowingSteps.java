package dev.onboard.task;

import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.activation.LinkOrders;
import dev.onboard.task.person.IgnoredReports;
import dev.onboard.task.person.PageChanged;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.ReportRows;
import dev.onboard.task.person.StepOrders;
import dev.onboard.task.person.StepRows;
import dev.onboard.task.person.UnknownPersonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps each person's page true to what the services report, in whatever order and
 * however often the reports come: DONE is final, and an older attempt says nothing new.
 */
@Component
public class FollowingSteps {

	private static final Logger log = LoggerFactory.getLogger(FollowingSteps.class);

	private final PersonRows people;

	private final StepRows steps;

	private final ReportRows reports;

	private final StepOrders orders;

	private final LinkOrders links;

	private final Mailboxes mailboxes;

	private final IgnoredReports ignored;

	FollowingSteps(PersonRows people, StepRows steps, ReportRows reports, StepOrders orders, LinkOrders links,
			Mailboxes mailboxes, IgnoredReports ignored) {
		this.people = people;
		this.steps = steps;
		this.reports = reports;
		this.orders = orders;
		this.links = links;
		this.mailboxes = mailboxes;
		this.ignored = ignored;
	}

	/**
	 * Takes over what a report says, if it is news.
	 * @throws UnknownPersonException if the report is about nobody we know
	 */
	@Transactional
	public void follow(StepReport report) {
		// Two reports about one person must not each miss the other's step.
		Person person = this.people.lock(report.person().id());
		if (!this.steps.of(person.id()).of(report.system()).isNews(report)) {
			log.debug("Nothing new in {} of {}", report.type(), report.attempt());
			this.ignored.add(report, new PageChanged(person.id()));
			return;
		}
		this.reports.take(report);
		if (report.system() == TargetSystem.MAIL) {
			followMail(person, report);
		}
	}

	/**
	 * With this report the others begin. Where it speaks of the person as they were
	 * before a change, the others are told how they are.
	 */
	private void followMail(Person person, StepReport report) {
		if (report.result() != StepResult.ADDED && report.result() != StepResult.SKIPPED) {
			return;
		}
		boolean added = report.result() == StepResult.ADDED;
		Person now = added ? this.mailboxes.settle(person, report.person().address()) : person;
		if (added) {
			this.links.follow(now, report.person().contactEmail());
		}
		if (!now.equals(report.person())) {
			this.steps.of(now.id())
				.underWay()
				.forEach((step) -> this.orders.again(now, step, step.detail(), step.instruction()));
			this.people.settle(now.id());
		}
	}

}
