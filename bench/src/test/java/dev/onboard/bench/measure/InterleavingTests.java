package dev.onboard.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InterleavingTests {

	@Test
	void turnsBackAfterEachRound() {
		List<String> order = new ArrayList<>();
		List<List<Block>> rounds = Interleaving.carryOut(3,
				List.of(noted(order, "A"), noted(order, "B"), noted(order, "C")));
		assertThat(order).containsExactly("A", "B", "C", "C", "B", "A", "A", "B", "C");
		assertThat(rounds).hasSize(3)
			.allSatisfy((blocks) -> assertThat(blocks).extracting((block) -> block.broken().get(0))
				.containsExactly("A", "B", "C"));
	}

	private static Supplier<Block> noted(List<String> order, String side) {
		return () -> {
			order.add(side);
			return new Block(Map.of(), Map.of(), 0, 0, List.of(side));
		};
	}

}
