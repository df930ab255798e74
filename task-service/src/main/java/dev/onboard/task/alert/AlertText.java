package dev.onboard.task.alert;

import dev.onboard.task.targets.TargetPaused;
import dev.onboard.task.targets.TargetResumed;

/** What is told, in words. */
final class AlertText {

	private AlertText() {
	}

	static String of(TargetPaused event) {
		String system = event.system().wireName();
		return system + " is paused: " + event.reason() + ". People wait and nothing is lost. When it is mended, POST"
				+ " /targets/" + system + "/resume, or wait: it is tried by itself.";
	}

	static String of(TargetResumed event) {
		return event.system().wireName() + " works again; those who wait are next.";
	}

}
