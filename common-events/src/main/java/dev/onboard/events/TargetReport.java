package dev.onboard.events;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code target.<system>.paused}, {@code .resumed} and {@code .status}: how a target is,
 * said by the service that owns it when it changes.
 *
 * @param paused whether people wait because of the target
 * @param reason why it was paused last, in words fit for a page; empty if it never was
 * @param since when it was paused or resumed last, null if it never was
 * @param until when it wants to be asked again, null if it is not paused or nobody knows
 * @param waiting messages in its queue
 * @param consumers that take messages of its queue, over all replicas
 * @param lastSuccessAt when it last did what was asked, null if it never did
 */
public record TargetReport(TargetSystem system, News news, boolean paused, String reason, @Nullable Instant since,
		@Nullable Instant until, int waiting, int consumers, @Nullable Instant lastSuccessAt,
		Instant at) implements TargetEvent {

	public TargetReport {
		Objects.requireNonNull(system, "system is missing");
		Objects.requireNonNull(news, "news is missing");
		Objects.requireNonNull(reason, "reason is missing");
		Objects.requireNonNull(at, "at is missing");
	}

	@Override
	public String type() {
		return type(this.system, this.news);
	}

	public static String type(TargetSystem system, News news) {
		return "target." + system.wireName() + "." + news.wireName();
	}

	/** Why it is said. */
	public enum News {

		/** It does not do what is asked, whoever it is for: people wait from now on. */
		PAUSED,
		/** It works again, and those who wait are next. */
		RESUMED,
		/** Only figures have changed. */
		STATUS;

		/**
		 * As in routing keys and JSON: {@code paused}, {@code resumed}, {@code status}.
		 */
		@JsonValue
		public String wireName() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
