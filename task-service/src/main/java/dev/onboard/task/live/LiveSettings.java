package dev.onboard.task.live;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many pages are told what changes.
 *
 * @param connections most at a time, in each replica; default 1000
 * @param lifetime after which a connection is ended, and the browser makes a new one and
 * is asked anew who it is; default 15 minutes
 */
@Validated
@ConfigurationProperties("onboard.live")
record LiveSettings(@DefaultValue("1000") @Min(0) int connections, @DefaultValue("15m") @NotNull Duration lifetime) {
}
