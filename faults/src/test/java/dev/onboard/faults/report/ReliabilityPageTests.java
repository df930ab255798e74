package dev.onboard.faults.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReliabilityPageTests {

	private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

	@Test
	void addsUpWhatSeveralRunsCameTo(@TempDir Path folder) {
		new Results("3.10.8", 1, AT, List.of(cell(1, 0, List.of()))).write(folder.resolve("local-1.json"));
		new Results("4.3.6", 7, AT, List.of(cell(7, 2, List.of("two are lost"))))
			.write(folder.resolve("container-7.json"));
		String page = ReliabilityPage.of(Results.readAll(folder), List.of(), List.of("1-kill-mail", "2-sigterm"));
		assertThat(page)
			.contains("600 people, 600 answered with 202, 60 kills: 2 lost, 0 doubled, 2 repeats of at most 8. "
					+ "1 of 2 cells are RED.")
			.contains("| 3.10.8 | 1 | 2026-11-24 | a1b2-c3d4 | 1 of 2 | 300 | 0 | 0 | 1 / 4 | 0 |")
			.contains("| 4.3.6 | 7 | 2026-11-24 | a1b2-c3d4 | 1 of 2 | 300 | 2 | 0 | 1 / 4 | 1 |")
			.contains("| 1-kill-mail | 600 | 598 | 0 | 2 | 0 | 2 / 8 | 0 | 9.5 s | 0.2 s | 1.2 s | 60 kills |")
			.contains("- 1-kill-mail, RabbitMQ 4.3.6, seed 7: two are lost")
			.doesNotContain("## That it can fail");
	}

	@Test
	void tellsOfACellAsItWentTheLastTimeAndThatItWasRedBefore(@TempDir Path folder) {
		Path file = folder.resolve("local-1.json");
		Results.keptIn(file, "3.10.8", 1).with(cell(1, 2, List.of("two are lost"))).write(file);
		Results again = Results.keptIn(file, "3.10.8", 1).with(cell(1, 0, List.of()));
		assertThat(again.cells()).singleElement().satisfies((cell) -> assertThat(cell.holds()).isTrue());
		assertThat(ReliabilityPage.of(List.of(again), List.of(), List.of("1-kill-mail"))).contains("All 1 cells hold.")
			.contains("## Red before\n\n- 1-kill-mail, RabbitMQ 3.10.8, seed 1: two are lost")
			.doesNotContain("## Red\n");
		assertThat(Results.keptIn(file, "4.3.6", 1).cells()).as("another broker").isEmpty();
		assertThat(Results.keptIn(file, "3.10.8", 2).cells()).as("another seed").isEmpty();
	}

	@Test
	void tellsWhatToldOfEachMutant(@TempDir Path folder) {
		new MutantResult("no-ledger", "Forgets.", List.of(cell(1, 2, List.of("two are lost")), cell(1, 0, List.of())))
			.keep(folder);
		new MutantResult("no-lease", "Hurries.", List.of(slow())).keep(folder);
		String page = ReliabilityPage.of(List.of(), MutantResult.readAll(folder), List.of());
		assertThat(page).contains("## That it can fail", "| no-ledger | Forgets. | 1-kill-mail: two are lost |",
				"| no-lease | Hurries. | **nothing: it survived** |");
		assertThat(MutantResult.readAll(folder.resolve("nowhere"))).isEmpty();
	}

	private static CellResult slow() {
		return cell(1, 0, List.of(), List.of("a POST waited 2100 ms"));
	}

	private static CellResult cell(long seed, int lost, List<String> broken) {
		return cell(seed, lost, broken, List.of());
	}

	private static CellResult cell(long seed, int lost, List<String> broken, List<String> slow) {
		return new CellResult("1-kill-mail", "a1b2-c3d4", seed, 300, 300, 300 - lost, lost, 0, 1, 4, 0, 0, 9500, 200,
				1200, 100, Map.of("kills", 30), broken, slow);
	}

}
