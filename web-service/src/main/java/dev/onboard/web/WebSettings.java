package dev.onboard.web;

import java.time.Duration;

import dev.onboard.delivery.http.TargetClient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the service has to be told.
 *
 * @param slack where new people are announced
 */
@Validated
@ConfigurationProperties("onboard")
public record WebSettings(@DefaultValue @Valid Slack slack) {

	/**
	 * How people are announced in Slack: as cards by a bot, or with its token unset as
	 * messages through an incoming webhook, or not at all.
	 *
	 * @param botToken of an app with the scopes chat:write and channels:history; is a
	 * secret; empty for no bot
	 * @param channel the ID of the bot's channel
	 * @param apiUrl of Slack's Web API; default https://slack.com/api
	 * @param webhookUrl is a secret; empty for no webhook
	 * @param pace between two posts to one channel; default 1 s, as Slack asks
	 */
	public record Slack(@DefaultValue("") String botToken, @DefaultValue("") String channel,
			@DefaultValue("https://slack.com/api") String apiUrl, @DefaultValue("") String webhookUrl,
			@DefaultValue("1s") Duration pace) {

		/** Whether cards are posted; the webhook is not used then. */
		public boolean hasBot() {
			return !this.botToken.isEmpty();
		}

		/** Instead of a constraint of the URL, whose message would show the URL. */
		@AssertTrue(message = "SLACK_WEBHOOK_URL must be the https URL of an incoming webhook, or empty")
		public boolean isWebhookUrlUsable() {
			return this.webhookUrl.isEmpty() || this.webhookUrl.matches(TargetClient.BASE_URL);
		}

		/** It is sent in a header. */
		@AssertTrue(message = "SLACK_BOT_TOKEN must be the bot's token (xoxb-...), or empty")
		public boolean isBotTokenUsable() {
			return this.botToken.matches("[A-Za-z0-9._-]*");
		}

		@AssertTrue(message = "SLACK_CHANNEL must be the ID of the bot's channel, such as C0123456789, not its name;"
				+ " it is needed with SLACK_BOT_TOKEN")
		public boolean isChannelUsable() {
			return this.botToken.isEmpty() || this.channel.matches("[A-Z][A-Z0-9]{2,}");
		}

		@AssertTrue(message = "SLACK_API_URL must be the URL of Slack's Web API")
		public boolean isApiUrlUsable() {
			return this.apiUrl.matches(TargetClient.BASE_URL);
		}

		@AssertTrue(message = "onboard.slack.pace must be from 1 ms to 10 s: it is waited for in hand")
		public boolean isPaceUsable() {
			return this.pace.compareTo(Duration.ofMillis(1)) >= 0 && this.pace.compareTo(Duration.ofSeconds(10)) <= 0;
		}

		/** Without the secrets. */
		@Override
		public String toString() {
			return "Slack[botToken=" + masked(this.botToken) + ", channel=" + this.channel + ", apiUrl=" + this.apiUrl
					+ ", webhookUrl=" + masked(this.webhookUrl) + ", pace=" + this.pace + "]";
		}

		private static String masked(String secret) {
			return secret.isEmpty() ? "none" : "***";
		}

	}

}
