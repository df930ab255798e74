package dev.onboard.events;

import java.time.Instant;
import java.util.Objects;

/**
 * {@code target.<system>.resume}: somebody says that the target works again; go on.
 *
 * @param at when it was asked for
 */
public record TargetResume(TargetSystem system, Instant at) implements TargetEvent {

	public TargetResume {
		Objects.requireNonNull(system, "system is missing");
		Objects.requireNonNull(at, "at is missing");
	}

	@Override
	public String type() {
		return type(this.system);
	}

	public static String type(TargetSystem system) {
		return "target." + system.wireName() + ".resume";
	}

}
