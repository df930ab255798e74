package dev.onboard.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.onboard.faults.report.CellResult;
import dev.onboard.faults.report.Lines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A few of the cells, with few people; the whole is {@code ./onboard faults}, which also
 * asks how long things take: that says nothing where a machine has other work.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FaultsTests {

	private static final List<String> CELLS = List.of("1-mailbox-after", "1-mail-before-ack", "1-card-after",
			"1-task-before-confirm", "5-three-times");

	private static final int PEOPLE = 40;

	private static final long SEED = 1;

	private Run run;

	@BeforeAll
	void start() {
		this.run = new Run(Path.of("target", "record-of-tests.jsonl"), SEED, PEOPLE);
	}

	@AfterAll
	void stop() {
		this.run.close();
	}

	static List<Cell> cells() {
		return Cells.all().stream().filter((cell) -> CELLS.contains(cell.name())).toList();
	}

	@ParameterizedTest
	@MethodSource("cells")
	void holds(Cell cell) {
		CellResult result = this.run.carryOut(cell);
		System.out.print(Lines.head() + Lines.of(result));
		assertThat(result.broken()).isEmpty();
		assertThat(result.acknowledged()).isEqualTo(result.people()).isPositive();
		assertThat(result.ready()).isEqualTo(result.people());
	}

}
