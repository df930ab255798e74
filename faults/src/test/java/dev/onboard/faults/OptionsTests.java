package dev.onboard.faults;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTests {

	@Test
	void takesAllCellsWithTwoHundredPeopleUnlessToldOtherwise() {
		Options options = Options.of(List.of());
		assertThat(options).isEqualTo(new Options(200, 1, List.of(), "local", Path.of("target/results/local-1.json")));
		assertThat(options.cells()).extracting(Cell::name).isEqualTo(Cells.all().stream().map(Cell::name).toList());
	}

	@Test
	void readsEachOption() {
		Options options = Options
			.of(List.of("--only", "1-kill-mail", "2-", "--people", "9", "--seed", "77", "--broker", "container"));
		assertThat(options.people()).isEqualTo(9);
		assertThat(options.seed()).isEqualTo(77);
		assertThat(options.report()).isEqualTo(Path.of("target/results/container-77.json"));
		assertThat(options.cells()).extracting(Cell::name)
			.contains("1-kill-mail", "2-kill-broker")
			.doesNotContain("1-kill-task");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		refuses("--poeple", "9");
		refuses("--people", "many");
		refuses("--people", "0");
		refuses("--seed");
		refuses("--broker", "kafka");
	}

	@Test
	void refusesACellThatThereIsNot() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.of(List.of("--only", "9-moon")).cells())
			.withMessageContaining("9-moon");
	}

	private static void refuses(String... arguments) {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.of(List.of(arguments)));
	}

}
