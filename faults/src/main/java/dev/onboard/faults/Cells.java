package dev.onboard.faults;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.onboard.faults.cell.GroupEight;
import dev.onboard.faults.cell.GroupFive;
import dev.onboard.faults.cell.GroupFour;
import dev.onboard.faults.cell.GroupOne;
import dev.onboard.faults.cell.GroupSeven;
import dev.onboard.faults.cell.GroupSix;
import dev.onboard.faults.cell.GroupThree;
import dev.onboard.faults.cell.GroupTwo;

/**
 * All cells, in the order in which they run: those that need the same setting come one
 * after the other, because services are started anew for another one.
 */
final class Cells {

	private Cells() {
	}

	static List<Cell> all() {
		return Stream
			.of(GroupOne.cells(), GroupTwo.cells(), GroupThree.cells(), GroupFour.cells(), GroupFive.cells(),
					GroupSix.cells(), GroupSeven.cells(), GroupEight.cells())
			.flatMap(List::stream)
			.sorted(Comparator.comparing((Cell cell) -> cell.setting().variant())
				.thenComparing((cell) -> cell.setting().slack()))
			.toList();
	}

}
