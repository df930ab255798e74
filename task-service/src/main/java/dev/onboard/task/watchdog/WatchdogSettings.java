package dev.onboard.task.watchdog;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a step that nothing is heard of is said again.
 *
 * @param silence how long it may be silent after its time; default 15 minutes; twice as
 * long after each time it was said again, up to 6 hours
 * @param interval between two looks; default 30 s
 */
@Validated
@ConfigurationProperties("onboard.watchdog")
record WatchdogSettings(@DefaultValue("15m") @NotNull Duration silence,
		@DefaultValue("30s") @NotNull Duration interval) {

	@AssertTrue(message = "onboard.watchdog.silence and .interval must be at least 100 ms")
	public boolean isLongEnough() {
		return this.silence.toMillis() >= 100 && this.interval.toMillis() >= 100;
	}

}
