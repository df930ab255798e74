package dev.onboard.task.metrics;

import java.util.ArrayList;
import java.util.List;

import dev.onboard.delivery.Figure;
import dev.onboard.delivery.Figures;
import dev.onboard.task.targets.TargetPage;
import dev.onboard.task.targets.TargetState;
import dev.onboard.task.targets.Targets;

import org.springframework.stereotype.Component;

/**
 * How the targets are, as their services reported last; the same from each replica. One
 * that nothing was heard of has no numbers.
 */
@Component
class ReportedTargetFigures implements Figures {

	private final Targets targets;

	ReportedTargetFigures(Targets targets) {
		this.targets = targets;
	}

	@Override
	public List<Figure> take() {
		return this.targets.list().stream().flatMap((target) -> figures(target).stream()).toList();
	}

	private static List<Figure> figures(TargetPage target) {
		String system = target.system().wireName();
		List<Figure> figures = new ArrayList<>();
		if (target.state() != TargetState.UNKNOWN) {
			figures.add(new Figure("onboard.target.paused", "1 while people wait because of the target, else 0",
					"system", system, (target.state() == TargetState.PAUSED) ? 1 : 0));
		}
		if (target.waiting() != null) {
			figures.add(new Figure("onboard.target.waiting", "Messages that wait for the target", "system", system,
					target.waiting()));
		}
		if (target.since() != null) {
			figures.add(
					new Figure("onboard.target.changed.timestamp.seconds", "When the target was paused or resumed last",
							"system", system, target.since().toEpochMilli() / 1000.0));
		}
		return figures;
	}

}
