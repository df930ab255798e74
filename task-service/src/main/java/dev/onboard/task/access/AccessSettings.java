package dev.onboard.task.access;

import jakarta.validation.constraints.AssertTrue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may come in first.
 *
 * @param adminToken secret of an administrator's token of 32 to 200 visible ASCII
 * characters, by which all others are made
 */
@Validated
@ConfigurationProperties("onboard.access")
record AccessSettings(@DefaultValue("") String adminToken) {

	/** Instead of a constraint of the token, whose message would show it. */
	@AssertTrue(message = "ONBOARD_ADMIN_TOKEN must have 32 to 200 visible ASCII characters")
	public boolean isAdminTokenValid() {
		return this.adminToken.matches("\\p{Graph}{32,200}");
	}

	/** The token is a secret. */
	@Override
	public String toString() {
		return "AccessSettings[]";
	}

}
