package dev.onboard.web;

import java.util.List;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.events.TargetSystem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redmine and Slack follow the mailbox, and neither waits for the other. */
@Configuration(proxyBeanMethods = false)
class WebSteps {

	@Bean
	Step addingToRedmine(Effect redmineAccount, Effect redmineRoles) {
		return new Step(TargetSystem.REDMINE, List.of(redmineAccount, redmineRoles));
	}

	@Bean
	Step postingToSlack(Effect slackPost, Effect slackCard) {
		return new Step(TargetSystem.SLACK, List.of(slackPost, slackCard));
	}

}
