package dev.onboard.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param key secret of at least 32 characters that initial passwords are derived from;
 * must not change while people are being added
 * @param from sender of the welcome mail; default {@code welcome@example.com}
 * @param james where mailboxes are created
 */
@Validated
@ConfigurationProperties("onboard.mail")
public record MailSettings(@NotBlank @Size(min = 32) String key,
		@DefaultValue("welcome@example.com") @Email String from, @DefaultValue @Valid James james) {

	/**
	 * Apache James WebAdmin.
	 *
	 * @param url default {@code http://localhost:8000}
	 * @param token sent as bearer token (James with JWT), empty for none
	 * @param password sent in the header {@code Password} (James 3.9 and later), empty
	 * for none
	 */
	public record James(@DefaultValue("http://localhost:8000") @NotBlank String url, @DefaultValue("") String token,
			@DefaultValue("") String password) {
	}

}
