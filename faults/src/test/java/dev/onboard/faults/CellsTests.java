package dev.onboard.faults;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CellsTests {

	@Test
	void haveNamesThatCanBeginALogin() {
		assertThat(Cells.all()).extracting(Cell::name)
			.doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(name).matches("[1-8]-[a-z0-9-]{3,28}"));
	}

}
