package dev.onboard.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScoreTests {

	private static final String RATE = "people per second";

	@Test
	void takesTheMedianOfTheRatiosAndNotTheRatioOfTheMedians() {
		Score score = score(Goal.atLeast(0.6), round(10, 10), round(30, 100), round(80, 100));
		assertThat(score.ratio()).isEqualTo(new Spread(0.8, 0.3, 1));
		assertThat(score.ours()).isEqualTo(30);
		assertThat(score.others()).isEqualTo(100);
		assertThat(score.holds()).isTrue();
	}

	@Test
	void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
		assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 100.0)).median()).isEqualTo(3.5, within(1e-9));
	}

	@Test
	void isZeroWhereASinglePersonWasLost() {
		Round lossy = new Round(block(90, "lost: b1-p7 has no MAIL"), block(100));
		Score score = score(Goal.atLeast(0.6), round(90, 100), round(90, 100), lossy);
		assertThat(score.ratio().lowest()).isZero();
		assertThat(score.broken()).containsExactly("lost: b1-p7 has no MAIL");
		assertThat(score.holds()).isFalse();
	}

	@Test
	void doesNotHoldWhereZeroWouldBeCheap() {
		Round lossy = new Round(block(90, "doubled: b1-p7 has more than one POST"), block(100));
		assertThat(score(Goal.atMost(2), lossy).holds()).isFalse();
	}

	@Test
	void beginsEachRoundWithWhoEndedTheOneBefore() {
		List<String> order = new ArrayList<>();
		List<Round> rounds = Round.carryOut(3, () -> noted(order, "A", 1), () -> noted(order, "B", 2));
		assertThat(order).containsExactly("A", "B", "B", "A", "A", "B");
		assertThat(rounds).allSatisfy((round) -> assertThat(round.ours().figure(RATE)).isOne());
	}

	private static Block noted(List<String> order, String side, double rate) {
		order.add(side);
		return block(rate);
	}

	private static Score score(Goal goal, Round... rounds) {
		return Score.of("people", "others", RATE, goal, List.of(rounds));
	}

	private static Round round(double ours, double others) {
		return new Round(block(ours), block(others));
	}

	private static Block block(double rate, String... broken) {
		return new Block(Map.of(RATE, rate), Map.of(), 100, 1, List.of(broken));
	}

}
