package dev.onboard.task.imports;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormulaGuardTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "'=1", "''-1" })
	void guardsWhatWouldBeComputedAndTakesTheGuardAway(String field) {
		assertThat(FormulaGuard.guarded(field)).isEqualTo("'" + field);
		assertThat(FormulaGuard.unguarded("'" + field)).isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "'", "''", "'x", "O'Neil", "1=1", "alice", " =1" })
	void leavesOthersAlone(String field) {
		assertThat(FormulaGuard.guarded(field)).isEqualTo(field);
		assertThat(FormulaGuard.unguarded(field)).isEqualTo(field);
	}

}
