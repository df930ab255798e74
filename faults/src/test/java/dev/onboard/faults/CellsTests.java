package dev.onboard.faults;

import java.util.ArrayList;
import java.util.List;

import dev.onboard.faults.world.Setting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CellsTests {

	@Test
	void haveNamesThatCanBeginALogin() {
		assertThat(Cells.all()).extracting(Cell::name)
			.doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(name).matches("[1-8]-[a-z0-9-]{3,28}"));
	}

	@Test
	void needEachSettingOnceInARow() {
		List<Setting> changes = new ArrayList<>();
		for (Cell cell : Cells.all()) {
			if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(cell.setting())) {
				changes.add(cell.setting());
			}
		}
		assertThat(changes).doesNotHaveDuplicates().hasSizeGreaterThan(2);
	}

}
