package dev.onboard.web.messaging;

import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.settling.QueueListener;
import dev.onboard.web.Announcement;
import dev.onboard.web.Progress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A queue for each step, so that a target that is down never delays the other. */
@Configuration(proxyBeanMethods = false)
class WebQueues {

	static final String REDMINE = "web.redmine";

	static final String SLACK = "web.slack";

	@Bean
	QueueListener redmineOrders(Step addingToRedmine, Steps steps) {
		return new WebOrders(REDMINE, addingToRedmine, steps);
	}

	@Bean
	QueueListener slackOrders(Step postingToSlack, Steps steps, Progress progress, Announcement announcement) {
		return new AnnouncementOrders(new WebOrders(SLACK, postingToSlack, steps), progress, announcement, steps);
	}

}
