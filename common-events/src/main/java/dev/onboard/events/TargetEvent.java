package dev.onboard.events;

import java.time.Instant;

/** Something said about a target itself, not about a person. */
public sealed interface TargetEvent extends Event permits TargetReport, TargetResume {

	TargetSystem system();

	/** When it was so. */
	Instant at();

}
