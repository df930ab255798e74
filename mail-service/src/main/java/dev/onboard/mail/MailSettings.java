package dev.onboard.mail;

import dev.onboard.delivery.http.TargetClient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the service has to be told.
 *
 * @param key secret of at least 32 characters that initial passwords are derived from;
 * must not change while people are being added
 * @param from sender of the welcome mail; default {@code welcome@example.com}
 * @param language what is written in to people who have none of their own; default
 * {@code en}
 * @param templates folder whose files replace our templates or add languages, see
 * {@link MailTemplates}; empty for none
 * @param james where mailboxes are created
 */
@Validated
@ConfigurationProperties("onboard.mail")
public record MailSettings(@DefaultValue("") String key,
		@DefaultValue("welcome@example.com") @NotBlank(message = MailSettings.FROM) @Email(
				message = MailSettings.FROM) String from,
		@DefaultValue("en") String language, @DefaultValue("") String templates, @DefaultValue @Valid James james) {

	static final String FROM = "MAIL_FROM must be an address such as welcome@example.com; without it ONBOARD_DOMAIN must be a domain";

	private static final int SHORTEST_KEY = 32;

	/** Instead of a constraint of the key, whose message would show the key. */
	@AssertTrue(message = "MAIL_KEY must have at least " + SHORTEST_KEY + " characters")
	public boolean isKeyLongEnough() {
		return this.key.strip().length() >= SHORTEST_KEY;
	}

	/** With it anybody computes links, and the passwords of mailboxes. */
	@AssertTrue(
			message = "MAIL_KEY must be a secret where JAMES_WEBADMIN_URL names a server of yours, and it is the one of docker-compose.yml, which everybody knows: put one into .env, or let ./onboard up do so")
	public boolean isKeySecretEnough() {
		return !isForDevelopment() || this.james.isToBeTried();
	}

	/** Whether the key is the one that stands in {@code docker-compose.yml}. */
	public boolean isForDevelopment() {
		return this.key.startsWith("development-");
	}

	/** The key is a secret. */
	@Override
	public String toString() {
		return "MailSettings[from=" + this.from + ", language=" + this.language + ", templates=" + this.templates
				+ ", james=" + this.james + "]";
	}

	/**
	 * Apache James WebAdmin.
	 *
	 * @param url default {@code http://localhost:8000}
	 * @param token sent as bearer token (James with JWT), empty for none
	 * @param password sent in the header {@code Password} (James 3.9 and later), empty
	 * for none
	 */
	public record James(
			@DefaultValue("http://localhost:8000") @Pattern(regexp = TargetClient.BASE_URL,
					message = "JAMES_WEBADMIN_URL must be a URL such as http://localhost:8000") String url,
			@DefaultValue("") String token, @DefaultValue("") String password) {

		private static final String HEADER = "[\\x21-\\x7e]*";

		@AssertTrue(message = "JAMES_WEBADMIN_TOKEN must be printable and without spaces, or empty")
		public boolean isTokenFitForHeader() {
			return this.token.matches(HEADER);
		}

		@AssertTrue(message = "JAMES_WEBADMIN_PASSWORD must be printable and without spaces, or empty")
		public boolean isPasswordFitForHeader() {
			return this.password.matches(HEADER);
		}

		/** Whether it can only be the sandbox, or one on this machine. */
		boolean isToBeTried() {
			return this.url.matches("https?://(sandbox|localhost|127\\.0\\.0\\.1)([:/].*)?");
		}

		/** Token and password are secrets. */
		@Override
		public String toString() {
			return "James[url=" + this.url + "]";
		}

	}

}
