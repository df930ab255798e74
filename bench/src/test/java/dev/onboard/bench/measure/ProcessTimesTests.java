package dev.onboard.bench.measure;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessTimesTests {

	@Test
	void countsWhatAProcessHasComputed() throws Exception {
		Process busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
		try {
			double before = ProcessTimes.of(busy.pid());
			awaitMoreThan(before + 0.2, busy.pid());
			assertThat(ProcessTimes.of(busy.pid())).isGreaterThan(before + 0.2);
		}
		finally {
			busy.destroyForcibly();
		}
	}

	@Test
	void countsChildrenOnlyWithTheFamily() throws Exception {
		Process parent = new ProcessBuilder("sh", "-c", "(while :; do :; done) & echo $!; wait").start();
		long child = Long.parseLong(parent.inputReader().readLine());
		try {
			awaitMoreThan(0.3, child);
			assertThat(ProcessTimes.ofFamily(parent.pid())).isGreaterThanOrEqualTo(0.3);
			assertThat(ProcessTimes.of(parent.pid())).isLessThan(0.2);
		}
		finally {
			ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
			parent.destroyForcibly();
		}
	}

	@Test
	void isZeroWhereThereIsNoProcess() {
		assertThat(ProcessTimes.of(Long.MAX_VALUE)).isZero();
	}

	private static void awaitMoreThan(double seconds, long pid) throws InterruptedException {
		long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (ProcessTimes.of(pid) <= seconds && System.nanoTime() < limit) {
			TimeUnit.MILLISECONDS.sleep(20);
		}
	}

}
