package dev.onboard.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A block of ours and one of the other's, one just after the other. */
public record Round(Block ours, Block others) {

	/**
	 * Many rounds, each beginning with who ended the one before: A B B A A B, so that
	 * what changes slowly on the machine favours nobody.
	 */
	public static List<Round> carryOut(int rounds, Supplier<Block> ours, Supplier<Block> others) {
		List<Round> done = new ArrayList<>();
		for (int number = 0; number < rounds; number++) {
			boolean oursFirst = number % 2 == 0;
			Block first = (oursFirst ? ours : others).get();
			Block second = (oursFirst ? others : ours).get();
			done.add(oursFirst ? new Round(first, second) : new Round(second, first));
		}
		return done;
	}

}
