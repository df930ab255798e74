package dev.onboard.task.imports;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an import may be, and how it goes on.
 *
 * @param maxSize of a file; default 10 MB
 * @param maxRows in a file; default 20,000
 * @param backlog how many people may wait for their mailbox before an import waits, too;
 * it bounds how long somebody waits who is added meanwhile; default 500
 * @param kept how long an import is kept after it has ended, or was uploaded and never
 * started; default 30 days
 */
@Validated
@ConfigurationProperties("onboard.imports")
public record ImportSettings(@DefaultValue("10MB") @NotNull DataSize maxSize,
		@DefaultValue("20000") @Min(1) int maxRows, @DefaultValue("500") @Min(1) int backlog,
		@DefaultValue("30d") @NotNull Duration kept) {

	@AssertTrue(message = "onboard.imports.max-size must be from 1 kB to 100 MB")
	public boolean isMaxSizeInRange() {
		return this.maxSize.toKilobytes() >= 1 && this.maxSize.toMegabytes() <= 100;
	}

	/** Anything shorter is a mistake, and what is forgotten does not come back. */
	@AssertTrue(message = "onboard.imports.kept must be at least an hour")
	public boolean isKeptLongEnough() {
		return this.kept.compareTo(Duration.ofHours(1)) >= 0;
	}

}
