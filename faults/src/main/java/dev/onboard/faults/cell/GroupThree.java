package dev.onboard.faults.cell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.onboard.faults.Cell;
import dev.onboard.faults.outside.Behaviour;
import dev.onboard.faults.world.Setting;
import dev.onboard.faults.world.Slack;

/** Each target fails in each of the ways in which targets fail. */
public final class GroupThree {

	private static final Duration SHORT = Duration.ofSeconds(2);

	/** Longer than anybody waits for an answer. */
	private static final Duration LONG = Duration.ofSeconds(9);

	/** Fewer than pause a target, and as many as have consumers where these are few. */
	private static final int FEW = 4;

	private static final Duration UNTIL_TOLD = Duration.ofMinutes(2);

	private GroupThree() {
	}

	public static List<Cell> cells() {
		List<Cell> cells = new ArrayList<>();
		for (Place place : Place.values()) {
			String name = "3-" + place.name().toLowerCase(Locale.ROOT);
			cells.add(new Failures(name + "-500", place, Behaviour.status(500), SHORT));
			cells.add(new Failures(name + "-503", place, Behaviour.status(503), SHORT));
			cells.add(new Failures(name + "-429", place, Behaviour.throttled(SHORT), SHORT));
			cells.add(new Refusals(name + "-4xx", place));
			cells.add(new Failures(name + "-hangs", place, Behaviour.hangs(UNTIL_TOLD), LONG));
			cells.add(new Failures(name + "-half", place, Behaviour.halfAnswers(), SHORT));
			cells.add(new Failures(name + "-nonsense", place, Behaviour.wrongJson(), SHORT));
			cells.add(new Failures(name + "-away", place, Behaviour.refuses(), SHORT.multipliedBy(2)));
			cells.add(new LostAnswers(name + "-lost", place));
		}
		cells.add(new RefusesAll("3-redmine-refuses-all"));
		cells.add(new OthersGoOn("3-mail-one-hangs", Setting.announcingBy(Slack.CARD), 1, Behaviour.hangs(UNTIL_TOLD),
				LONG));
		cells.add(new OthersGoOn("3-mail-few-fail", Setting.withFewConsumers(), FEW, Behaviour.status(500), LONG));
		return cells;
	}

}
