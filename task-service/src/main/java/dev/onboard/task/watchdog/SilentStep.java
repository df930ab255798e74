package dev.onboard.task.watchdog;

import java.time.Duration;
import java.util.UUID;

import dev.onboard.events.TargetSystem;

/** A step that goes on for so long and nobody says anything of it. */
record SilentStep(UUID person, TargetSystem system, Duration silence) {

	/** As in "20 min". */
	String inWords() {
		if (this.silence.compareTo(Duration.ofMinutes(2)) < 0) {
			return this.silence.toSeconds() + " s";
		}
		return (this.silence.compareTo(Duration.ofHours(2)) < 0) ? this.silence.toMinutes() + " min"
				: this.silence.toHours() + " h";
	}

}
