package dev.onboard.mail.activation;

import java.time.Duration;

import dev.onboard.delivery.http.TargetClient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The links by which people choose their password, and the page that they open.
 *
 * @param publicUrl where people reach this service; default {@code http://127.0.0.1:8081}
 * @param valid how long a mailed link works; default 7 days, at least a minute
 * @param readMail how people read their mail, shown to them at the end
 * @param perMinute how often one visitor may ask for the page
 */
@Validated
@ConfigurationProperties("onboard.activation")
record ActivationSettings(
		@DefaultValue("http://127.0.0.1:8081") @Pattern(regexp = TargetClient.BASE_URL,
				message = "PUBLIC_URL must be a URL such as https://welcome.example.com") String publicUrl,
		@DefaultValue("7d") @NotNull Duration valid, @DefaultValue @Valid ReadMail readMail,
		@DefaultValue @Valid PerMinute perMinute) {

	@AssertTrue(message = "onboard.activation.valid must be at least a minute")
	public boolean isValidLongEnough() {
		return this.valid.compareTo(Duration.ofMinutes(1)) >= 0;
	}

	/** The link with this secret. */
	String link(String secret) {
		return this.publicUrl.replaceFirst("/+$", "") + "/activate/" + secret;
	}

	/**
	 * How people read their mail; each empty for nothing to be said.
	 *
	 * @param webmail URL
	 * @param imap in words for people, such as {@code imap.example.com, port 993, TLS}
	 * @param smtp likewise
	 */
	record ReadMail(@DefaultValue("") @Pattern(regexp = "|" + TargetClient.BASE_URL,
			message = "READ_MAIL_WEBMAIL must be a URL such as https://mail.example.com, or empty") String webmail,
			@DefaultValue("") String imap, @DefaultValue("") String smtp) {
	}

	/**
	 * How often the page may be asked for in a minute from one address.
	 *
	 * @param gets default 60
	 * @param posts default 10
	 */
	record PerMinute(@DefaultValue("60") @Min(1) int gets, @DefaultValue("10") @Min(1) int posts) {
	}

}
