package dev.onboard.delivery;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are delivered; the same in every service.
 *
 * @param lease how long one call to a target may be in hand before another process takes
 * over; default 60 s, must exceed the slowest effect, which is 40 s
 * @param retry what follows a failed attempt
 * @param outbox how the relay publishes
 * @param circuit when a target is paused, and how it is found to work again
 * @param consumers how many messages of each queue are in hand at once
 * @param handlerLimit how long a shutdown waits for the messages in hand; default 50 s,
 * less than Spring's shutdown phase
 * @param figures how often figures are taken that the database or the broker has to be
 * asked for; default 10 s
 */
@Validated
@ConfigurationProperties("onboard.delivery")
public record DeliverySettings(@DefaultValue("60s") @NotNull Duration lease, @DefaultValue @Valid Retry retry,
		@DefaultValue @Valid OutboxSettings outbox, @DefaultValue @Valid Circuit circuit,
		@DefaultValue @Valid Consumers consumers, @DefaultValue("50s") @NotNull Duration handlerLimit,
		@DefaultValue("10s") @NotNull Duration figures) {

	/**
	 * What follows a failed attempt.
	 *
	 * @param delays after the first, second, … failed attempt; the last one repeats;
	 * default 5 s, 30 s, 2 min, 10 min, 1 h
	 * @param maxAttempts altogether, then the step is FAILED; default 30, about a day
	 */
	public record Retry(@DefaultValue( {
			"5s", "30s", "2m", "10m", "1h" }) @NotEmpty List<Duration> delays,
			@DefaultValue("30") @Min(1) int maxAttempts){
	}

	/**
	 * How the relay publishes.
	 *
	 * @param batch most messages published between two commits; default and most 90, less
	 * than there are channels, because each keeps one until it is confirmed
	 * @param confirmTimeout how long the broker may take to confirm a batch; default 5 s
	 */
	public record OutboxSettings(@DefaultValue("90") @Min(1) @Max(90) int batch,
			@DefaultValue("5s") @NotNull Duration confirmTimeout) {
	}

	/**
	 * When a target is paused.
	 *
	 * @param streak how many different people in a row must have passing trouble with it,
	 * or be refused; default 5
	 * @param probeDelays before the first, second, … probe; the last one repeats; default
	 * 5 s, 15 s, 30 s, 1 min
	 */
	public record Circuit(@DefaultValue("5") @Min(2) int streak, @DefaultValue( {
			"5s", "15s", "30s", "1m" }) @NotEmpty List<Duration> probeDelays){
	}

	/**
	 * How many messages of a queue are in hand.
	 *
	 * @param min always there, per queue and process; default 2
	 * @param max when messages wait; default 16, most 30: a service has up to three
	 * queues, and 100 channels for them and all else
	 */
	public record Consumers(@DefaultValue("2") @Min(1) @Max(30) int min, @DefaultValue("16") @Min(1) @Max(30) int max) {
	}

}
