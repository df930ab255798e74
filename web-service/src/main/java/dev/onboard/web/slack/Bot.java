package dev.onboard.web.slack;

import java.time.Duration;

import dev.onboard.web.WebSettings;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Our app in the workspace, and how often Slack lets it call: it counts posts by channel,
 * and the rest by method.
 *
 * @param channel its ID
 */
record Bot(SlackApi slack, String channel, Pace posts, Pace updates, Pace searches) {

	static Bot of(WebSettings.Slack settings, JdbcClient jdbc) {
		Duration fiftyAMinute = settings.pace().multipliedBy(6).dividedBy(5);
		String bot = settings.apiUrl() + " " + settings.botToken();
		return new Bot(new SlackApi(settings.apiUrl(), settings.botToken()), settings.channel(),
				new SharedPace(jdbc, bot + " chat.postMessage " + settings.channel(), settings.pace()),
				new SharedPace(jdbc, bot + " chat.update", fiftyAMinute),
				new SharedPace(jdbc, bot + " conversations.history", fiftyAMinute));
	}

	/** The token is a secret. */
	@Override
	public String toString() {
		return "Bot[channel=" + this.channel + "]";
	}

}
