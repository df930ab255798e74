package dev.onboard.bench;

import java.time.Duration;

import dev.onboard.bench.Options.Figure;
import dev.onboard.bench.figure.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTests {

	@Test
	void measuresEveryFigureInThreeRoundsUnlessToldOtherwise() {
		Options options = read();
		assertThat(options.figures()).containsExactly(Figure.values());
		assertThat(options.plan())
			.isEqualTo(new Plan(3, Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(15)));
		assertThat(options.people()).isEqualTo(1_000_000);
		assertThat(options.backlog()).isEqualTo(100_000);
		assertThat(options.page()).isFalse();
	}

	@Test
	void readsEachOption() {
		Options options = read("--only", "P2,P1", "--rounds", "5", "--seconds", "30", "--warm-up", "9", "--people",
				"20000", "--backlog", "100", "--page");
		assertThat(options.figures()).containsExactly(Figure.P1, Figure.P2);
		assertThat(options.plan())
			.isEqualTo(new Plan(5, Duration.ofSeconds(9), Duration.ofSeconds(5), Duration.ofSeconds(30)));
		assertThat(options.people()).isEqualTo(20_000);
		assertThat(options.backlog()).isEqualTo(100);
		assertThat(options.page()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "--rounds 0,--rounds needs", "--seconds 0,--seconds and --warm-up need",
			"--warm-up -1,--seconds and --warm-up need", "--only P77,There is no figure P77",
			"--people 1000,--people needs", "--backlog 99,--people needs", "--rouns 3,Unknown option",
			"--rounds many,Invalid value", "--only,Missing required parameter", "P1,Unmatched argument" })
	void saysWhatItDoesNotUnderstand(String arguments, String words) {
		assertThatExceptionOfType(CommandLine.ParameterException.class).isThrownBy(() -> {
			Options options = read(arguments.split(" "));
			options.figures();
			options.plan();
		}).withMessageContaining(words);
	}

	private static Options read(String... arguments) {
		CommandLine commandLine = Bench.commandLine();
		commandLine.parseArgs(arguments);
		return ((Bench) commandLine.getCommand()).options();
	}

}
