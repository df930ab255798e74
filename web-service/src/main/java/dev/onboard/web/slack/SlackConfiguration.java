package dev.onboard.web.slack;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.NotConfigured;
import dev.onboard.web.WebSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlackConfiguration {

	@Bean
	Effect slackPost(WebSettings settings) {
		String webhook = settings.slack().webhookUrl();
		return webhook.isEmpty()
				? new NotConfigured(SlackPost.NAME, "no Slack webhook is configured; set SLACK_WEBHOOK_URL")
				: new SlackPost(webhook);
	}

}
