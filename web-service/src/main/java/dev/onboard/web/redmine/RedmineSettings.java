package dev.onboard.web.redmine;

import dev.onboard.delivery.http.TargetClient;
import jakarta.validation.constraints.AssertTrue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Redmine that people are added to.
 *
 * @param url of Redmine; or {@code file:} and the absolute path of a file that holds it
 * as soon as there is such a file; empty for no Redmine
 * @param apiKey of one of its administrators; a secret, and not used without a URL
 */
@Validated
@ConfigurationProperties("onboard.redmine")
record RedmineSettings(@DefaultValue("") String url, @DefaultValue("") String apiKey) {

	static final String FILE = "file:";

	@AssertTrue(message = "REDMINE_URL must be the http or https URL of a Redmine, without parameters, or empty")
	boolean isUrlUsable() {
		return this.url.isEmpty() || this.url.matches(FILE + "/.+|" + TargetClient.BASE_URL);
	}

	/** Such as Redmine makes them; others it never takes. */
	@AssertTrue(message = "REDMINE_API_KEY must be set where REDMINE_URL is, to the API key of an administrator of"
			+ " that Redmine: letters and digits")
	boolean isApiKeyUsable() {
		return this.url.isEmpty() || this.apiKey.matches("[A-Za-z0-9]+");
	}

	/** The key is a secret. */
	@Override
	public String toString() {
		return "RedmineSettings[url=" + this.url + ", apiKey=" + (this.apiKey.isEmpty() ? "none" : "***") + "]";
	}

}
