package dev.onboard.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param slack where new people are announced
 */
@Validated
@ConfigurationProperties("onboard")
public record WebSettings(@DefaultValue @Valid Slack slack) {

	/**
	 * @param webhookUrl an incoming webhook of Slack, which is a secret; empty skips
	 * Slack
	 */
	public record Slack(@DefaultValue("") @Pattern(regexp = "|https?://.+",
			message = "must be the https URL of an incoming webhook, or empty") String webhookUrl) {

		/** The URL is a secret. */
		@Override
		public String toString() {
			return "Slack[webhookUrl=" + (this.webhookUrl.isEmpty() ? "none" : "***") + "]";
		}

	}

}
