package dev.onboard.bench.world;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StraceTests {

	/** As of strace 6.1. */
	private static final String TABLE = """
			% time     seconds  usecs/call     calls    errors syscall
			------ ----------- ----------- --------- --------- ----------------
			 90.67    0.000632          22      1028           fdatasync
			  9.33    0.000065           2        29        27 fsync
			------ ----------- ----------- --------- --------- ----------------
			100.00    0.000697          12      1057        27 total
			""";

	@Test
	void addsBothCallsButNotTheTotal() {
		assertThat(Strace.calls(TABLE.lines().toList())).isEqualTo(1057);
	}

	@Test
	void takesOneCallWhereThereIsNoOther() {
		assertThat(Strace.calls(TABLE.lines().filter((line) -> !line.endsWith("fsync")).toList())).isEqualTo(1028);
		assertThat(Strace.calls(TABLE.lines().filter((line) -> !line.endsWith("fdatasync")).toList())).isEqualTo(29);
	}

	@Test
	void doesNotTakeAnEmptyTableForZero() {
		assertThatIllegalStateException().isThrownBy(() -> Strace.calls(List.of()))
			.withMessageContaining("strace has seen no call of fdatasync or fsync");
	}

}
