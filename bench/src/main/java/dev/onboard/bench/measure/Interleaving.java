package dev.onboard.bench.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Measures several sides in turn. */
public final class Interleaving {

	private Interleaving() {
	}

	/**
	 * Many rounds of one block of each side, each beginning with who ended the one
	 * before: A B C C B A A B C, so that what changes slowly on the machine favours
	 * nobody.
	 * @return of each round the blocks, in the order of the sides
	 */
	public static List<List<Block>> carryOut(int rounds, List<Supplier<Block>> sides) {
		List<List<Block>> done = new ArrayList<>();
		for (int number = 0; number < rounds; number++) {
			boolean forwards = number % 2 == 0;
			List<Supplier<Block>> order = new ArrayList<>(sides);
			List<Block> blocks = new ArrayList<>();
			if (!forwards) {
				Collections.reverse(order);
			}
			order.forEach((side) -> blocks.add(side.get()));
			if (!forwards) {
				Collections.reverse(blocks);
			}
			done.add(blocks);
		}
		return done;
	}

}
