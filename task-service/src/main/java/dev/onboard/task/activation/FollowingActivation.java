package dev.onboard.task.activation;

import dev.onboard.events.ActivationReport;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.History;
import dev.onboard.task.person.HistoryLine;
import dev.onboard.task.person.IgnoredReports;
import dev.onboard.task.person.PageChanged;
import dev.onboard.task.person.PersonRows;
import dev.onboard.task.person.UnknownPersonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each person's page true to what became of their activation links. */
@Component
public class FollowingActivation {

	private static final Logger log = LoggerFactory.getLogger(FollowingActivation.class);

	private final PersonRows people;

	private final Activations activations;

	private final History history;

	private final IgnoredReports ignored;

	FollowingActivation(PersonRows people, Activations activations, History history, IgnoredReports ignored) {
		this.people = people;
		this.activations = activations;
		this.history = history;
		this.ignored = ignored;
	}

	/**
	 * Takes over what a report says, if it is news.
	 * @throws UnknownPersonException if the report is about nobody we know
	 */
	@Transactional
	public void follow(ActivationReport report) {
		this.people.lock(report.person().id());
		if (!this.activations.take(report)) {
			log.debug("Nothing new in {} of {}", report.type(), report.attempt());
			this.ignored.add(report, new PageChanged(report.person().id()));
			return;
		}
		this.history.add(report.person().id(), HistoryLine.reported(report.at(), TargetSystem.MAIL,
				"activation-" + report.state().wireName(), report.detail()));
	}

}
