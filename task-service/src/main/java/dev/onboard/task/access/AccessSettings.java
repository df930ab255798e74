package dev.onboard.task.access;

import jakarta.validation.constraints.AssertTrue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may come in first.
 *
 * @param adminToken secret of an administrator's token, by which all others are made: 32
 * to 200 characters that a token in a header can have (RFC 6750)
 */
@Validated
@ConfigurationProperties("onboard.access")
record AccessSettings(@DefaultValue("") String adminToken) {

	/** Instead of a constraint of the token, whose message would show it. */
	@AssertTrue(message = "ONBOARD_ADMIN_TOKEN must have 32 to 200 letters, digits or characters of -._~+/=")
	public boolean isAdminTokenValid() {
		return this.adminToken.matches("[A-Za-z0-9._~+/=-]{32,200}");
	}

	/** Whether it is the one that stands in {@code docker-compose.yml}. */
	boolean isForDevelopment() {
		return this.adminToken.startsWith("development-");
	}

	/** The token is a secret. */
	@Override
	public String toString() {
		return "AccessSettings[]";
	}

}
