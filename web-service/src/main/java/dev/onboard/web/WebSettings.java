package dev.onboard.web;

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
	 * An incoming webhook of Slack.
	 *
	 * @param webhookUrl is a secret; empty skips Slack
	 */
	public record Slack(@DefaultValue("") String webhookUrl) {

		/** Instead of a constraint of the URL, whose message would show the URL. */
		@AssertTrue(message = "SLACK_WEBHOOK_URL must be the https URL of an incoming webhook, or empty")
		public boolean isWebhookUrlUsable() {
			return this.webhookUrl.isEmpty() || this.webhookUrl.matches(TargetClient.BASE_URL);
		}

		/** The URL is a secret. */
		@Override
		public String toString() {
			return "Slack[webhookUrl=" + (this.webhookUrl.isEmpty() ? "none" : "***") + "]";
		}

	}

}
