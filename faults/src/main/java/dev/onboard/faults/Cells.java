package dev.onboard.faults;

import java.util.List;

import dev.onboard.faults.cell.GroupOne;

/** All cells, in the order in which they run. */
final class Cells {

	private Cells() {
	}

	static List<Cell> all() {
		return GroupOne.cells();
	}

}
