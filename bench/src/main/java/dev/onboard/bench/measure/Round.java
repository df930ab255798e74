package dev.onboard.bench.measure;

import java.util.List;
import java.util.function.Supplier;

/** A block of ours and one of the other's, one just after the other. */
public record Round(Block ours, Block others) {

	/**
	 * Many rounds, each beginning with who ended the one before: A B B A A B.
	 */
	public static List<Round> carryOut(int rounds, Supplier<Block> ours, Supplier<Block> others) {
		return Interleaving.carryOut(rounds, List.of(ours, others))
			.stream()
			.map((blocks) -> new Round(blocks.get(0), blocks.get(1)))
			.toList();
	}

}
