package dev.onboard.bench;

import java.time.Duration;

import dev.onboard.bench.figure.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTests {

	@Test
	void measuresTheUsualFiguresInThreeRoundsUnlessToldOtherwise() {
		Options options = read();
		assertThat(options.figures()).containsExactly(Figure.P1, Figure.P8, Figure.P2, Figure.P4);
		assertThat(options.plan())
			.isEqualTo(new Plan(3, Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(12)));
		assertThat(options.sizes()).isEqualTo(new Sizes(10_000, 100_000, 100_000));
		assertThat(options.page()).isFalse();
	}

	@Test
	void readsEachOption() {
		Options options = read("--only", "P2,P1", "--rounds", "5", "--seconds", "30", "--warm-up", "9", "--page",
				"--people", "70", "--crowd", "2000", "--backlog", "100");
		assertThat(options.figures()).containsExactly(Figure.P1, Figure.P2);
		assertThat(options.plan())
			.isEqualTo(new Plan(5, Duration.ofSeconds(9), Duration.ofSeconds(5), Duration.ofSeconds(30)));
		assertThat(options.page()).isTrue();
		assertThat(options.plan().hasty()).isEqualTo(options.plan());
		assertThat(options.command()).startsWith("./onboard bench --only P2,P1 --rounds 5").endsWith("--backlog 100");
		assertThat(options.sizes()).isEqualTo(new Sizes(70, 2000, 100));
	}

	@Test
	void measuresTheOthersWhenAskedFor() {
		assertThat(read("--full").figures()).containsExactly(Figure.values());
		assertThat(read("--full").plan().warmUp()).isEqualTo(Duration.ofSeconds(300));
		assertThat(read("--full").plan().hasty().warmUp()).isEqualTo(Duration.ofSeconds(60));
		assertThat(read("--only", "P6,P3").figures()).containsExactly(Figure.P3, Figure.P6);
		assertThat(read("--only", "P10,P7").figures()).containsExactly(Figure.P7, Figure.P10);
	}

	@ParameterizedTest
	@CsvSource({ "--rounds 0,--rounds needs", "--seconds 0,--seconds and --warm-up need",
			"--warm-up -1,--seconds and --warm-up need", "--only P77,There is no figure P77",
			"--people 0,--people needs", "--crowd 1999,--crowd needs", "--backlog 99,--crowd needs",
			"--full --only P1,--full and --only", "--rouns 3,Unknown option", "--rounds many,Invalid value",
			"--only,Missing required parameter", "P1,Unmatched argument" })
	void saysWhatItDoesNotUnderstand(String arguments, String words) {
		assertThatExceptionOfType(CommandLine.ParameterException.class).isThrownBy(() -> {
			Options options = read(arguments.split(" "));
			options.figures();
			options.plan();
			options.sizes();
		}).withMessageContaining(words);
	}

	private static Options read(String... arguments) {
		CommandLine commandLine = Bench.commandLine();
		commandLine.parseArgs(arguments);
		return ((Bench) commandLine.getCommand()).options();
	}

}
