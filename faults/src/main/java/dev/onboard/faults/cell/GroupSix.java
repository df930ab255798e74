package dev.onboard.faults.cell;

import java.util.List;

import dev.onboard.faults.Cell;

/** What comes was not said by any of the services. */
public final class GroupSix {

	private static final int MESSAGES = 500;

	private GroupSix() {
	}

	public static List<Cell> cells() {
		return List.of(new Hostilities("6-malformed", MESSAGES));
	}

}
