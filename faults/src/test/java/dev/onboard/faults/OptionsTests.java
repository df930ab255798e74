package dev.onboard.faults;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTests {

	@Test
	void takesAllCellsWithTwoHundredPeopleUnlessToldOtherwise() {
		Options options = read();
		assertThat(options.people()).isEqualTo(200);
		assertThat(options.seed()).isOne();
		assertThat(options.inContainer()).isFalse();
		assertThat(options.report()).isEqualTo(Path.of("results/local-1.json"));
		assertThat(options.cells()).extracting(Cell::name).isEqualTo(Cells.all().stream().map(Cell::name).toList());
	}

	@Test
	void readsEachOption() {
		Options options = read("--only", "1-kill-mail", "2-", "--people", "9", "--seed", "77", "--broker", "container");
		assertThat(options.people()).isEqualTo(9);
		assertThat(options.seed()).isEqualTo(77);
		assertThat(options.inContainer()).isTrue();
		assertThat(options.report()).isEqualTo(Path.of("results/container-77.json"));
		assertThat(options.cells()).extracting(Cell::name)
			.contains("1-kill-mail", "2-kill-broker")
			.doesNotContain("1-kill-task");
	}

	@Test
	void takesNamesWithCommasBetweenThem() {
		Options options = read("--only", "1-kill-mail,2-kill-broker");
		assertThat(options.cells()).extracting(Cell::name)
			.contains("1-kill-mail", "2-kill-broker")
			.doesNotContain("1-kill-task");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--poeple 9", "--people many", "--people 0", "--seed", "--broker kafka",
			"--only 1-kill-mail 9-moon", "--list --mutants", "1-kill-mail" })
	void refusesWhatItDoesNotUnderstand(String arguments) {
		assertThatExceptionOfType(CommandLine.ParameterException.class).isThrownBy(() -> {
			Options options = read(arguments.split(" "));
			options.people();
			options.cells();
		});
	}

	private static Options read(String... arguments) {
		CommandLine commandLine = Faults.commandLine();
		commandLine.parseArgs(arguments);
		return ((Faults) commandLine.getCommand()).options();
	}

}
