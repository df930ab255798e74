package dev.onboard.web.slack;

import dev.onboard.delivery.ledger.Effect;
import dev.onboard.web.Announcement;
import dev.onboard.web.Progress;
import dev.onboard.web.WebSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SlackConfiguration {

	@Bean
	Cards cards(JdbcClient jdbc) {
		return new Cards(jdbc);
	}

	@Bean
	Way wayIntoSlack(WebSettings settings, JdbcClient jdbc, Cards cards, Progress progress) {
		WebSettings.Slack slack = settings.slack();
		if (slack.hasBot()) {
			return Way.asCards(Bot.of(slack, jdbc), cards, progress);
		}
		return slack.webhookUrl().isEmpty() ? Way.none()
				: Way.asMessages(slack.webhookUrl(), new SharedPace(jdbc, slack.webhookUrl(), slack.pace()));
	}

	@Bean
	Effect slackPost(Way wayIntoSlack) {
		return wayIntoSlack.post();
	}

	@Bean
	Effect slackCard(Way wayIntoSlack) {
		return wayIntoSlack.card();
	}

	@Bean
	Announcement slackAnnouncement(Way wayIntoSlack) {
		return wayIntoSlack.announcement();
	}

}
