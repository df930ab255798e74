package dev.onboard.task.console;

import java.util.List;

import dev.onboard.task.targets.TargetPage;

/**
 * What everybody should know who looks at any page.
 *
 * @param paused targets
 * @param parked messages that nobody has decided about
 */
public record Banner(List<TargetPage> paused, Count parked) {

	public boolean showing() {
		return !this.paused.isEmpty() || this.parked.isAny();
	}

}
