package dev.onboard.task;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.onboard.delivery.http.TargetClient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the service has to be told.
 *
 * @param domain of the addresses that people get; default {@code example.com}
 * @param idempotencyKeysKept how long a repeated request is recognised; default 7 days
 * @param roles by name; what belongs to one is the other services' affair; default none
 * @param languages that people can be written to in; default {@code en} and {@code ru}
 * @param language of those for whom none is named; default {@code en}
 * @param alert who is told when a target pauses
 * @param activation the links by which people choose their password
 */
@Validated
@ConfigurationProperties("onboard")
public record TaskSettings(
		@DefaultValue("example.com") @Pattern(regexp = "[a-z0-9-]+(\\.[a-z0-9-]+)+",
				message = "must be a mail domain in lower case, such as example.com") String domain,
		@DefaultValue("7d") @NotNull Duration idempotencyKeysKept, @DefaultValue Map<String, Object> roles,
		@DefaultValue( {
				"en", "ru" }) @NotEmpty List<String> languages,
		@DefaultValue("en") String language, @DefaultValue @Valid Alert alert,
		@DefaultValue @Valid Activation activation){

	@AssertTrue(message = "ONBOARD_LANGUAGE must be one of onboard.languages")
	public boolean isLanguageKnown() {
		return this.languages.contains(this.language);
	}

	/** The address that somebody with this login gets. */
	public String address(String login) {
		return login + "@" + this.domain;
	}

	/**
	 * Who is told when a target pauses.
	 *
	 * @param webhookUrl gets {@code {"text":"…"}}; a secret; empty for none, the default
	 */
	public record Alert(@DefaultValue("") String webhookUrl) {

		/** Instead of a constraint of the URL, whose message would show the URL. */
		@AssertTrue(message = "ALERT_WEBHOOK_URL must be a URL without a query, or empty")
		public boolean isWebhookUrlValid() {
			return this.webhookUrl.isEmpty() || this.webhookUrl.matches(TargetClient.BASE_URL);
		}

		/** The URL is a secret. */
		@Override
		public String toString() {
			return "Alert[]";
		}

	}

	/**
	 * The links by which people choose their password.
	 *
	 * @param key secret of at least 32 characters that the links are derived from
	 * @param publicUrl where people reach the mail-service; default
	 * {@code http://127.0.0.1:8081}
	 * @param valid how long a link works; default 7 days
	 */
	public record Activation(@DefaultValue("") String key,
			@DefaultValue("http://127.0.0.1:8081") @Pattern(regexp = TargetClient.BASE_URL,
					message = "PUBLIC_URL must be a URL such as https://welcome.example.com") String publicUrl,
			@DefaultValue("7d") @NotNull Duration valid) {

		private static final int SHORTEST_KEY = 32;

		/** Instead of a constraint of the key, whose message would show the key. */
		@AssertTrue(message = "TASK_KEY must have at least " + SHORTEST_KEY + " characters")
		public boolean isKeyLongEnough() {
			return this.key.strip().length() >= SHORTEST_KEY;
		}

		@AssertTrue(message = "onboard.activation.valid must be at least a minute")
		public boolean isValidLongEnough() {
			return this.valid.compareTo(Duration.ofMinutes(1)) >= 0;
		}

		/** Whether the key is the one that stands in {@code docker-compose.yml}. */
		public boolean isForDevelopment() {
			return this.key.startsWith("development-");
		}

		/** The key is a secret. */
		@Override
		public String toString() {
			return "Activation[publicUrl=" + this.publicUrl + ", valid=" + this.valid + "]";
		}

	}

}
