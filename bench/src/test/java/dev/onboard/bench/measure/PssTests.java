package dev.onboard.bench.measure;

import java.io.UncheckedIOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PssTests {

	/** As of Linux 6.1, but for its last lines. */
	private static final List<String> ROLLUP = """
			565455bac000-7ffd4d257000 ---p 00000000 00:00 0                          [rollup]
			Rss:              190324 kB
			Pss:              150000 kB
			Pss_Dirty:        110016 kB
			Pss_Anon:         110016 kB
			Pss_File:          39984 kB
			SwapPss:               0 kB
			""".lines().toList();

	@Test
	void takesTheSharesOfAllPagesInMillionsOfBytes() {
		assertThat(Pss.megabytes(ROLLUP)).isEqualTo(153.6);
	}

	@Test
	void readsItOfAProcess() {
		assertThat(Pss.megabytes(ProcessHandle.current().pid())).isBetween(20.0, 20_000.0);
	}

	@Test
	void doesNotTakeSilenceForZero() {
		assertThatIllegalStateException().isThrownBy(() -> Pss.megabytes(List.of("Rss: 12 kB", "SwapPss: 0 kB")));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Pss.megabytes(Long.MAX_VALUE));
	}

}
