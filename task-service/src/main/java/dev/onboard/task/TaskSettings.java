package dev.onboard.task;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param domain of the addresses that people get; default {@code example.com}
 * @param idempotencyKeysKept how long a repeated request is recognised; default 7 days
 */
@Validated
@ConfigurationProperties("onboard")
record TaskSettings(
		@DefaultValue("example.com") @Pattern(regexp = "[a-z0-9-]+(\\.[a-z0-9-]+)+",
				message = "must be a mail domain in lower case, such as example.com") String domain,
		@DefaultValue("7d") @NotNull Duration idempotencyKeysKept) {
}
