package dev.onboard.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExitTests {

	@Test
	void nothingIsStartedWhileTheProgramEnds() throws Exception {
		Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Program.class.getName())
			.redirectErrorStream(true)
			.start();
		String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(said).isEqualToIgnoringNewLines("started, asked to stop, refused: this program ends");
	}

	/** Starts something, ends, and would start something else meanwhile. */
	static final class Program {

		public static void main(String... arguments) {
			Exit.starts(() -> System.out.print("started"));
			Exit.stops(() -> {
				System.out.print(", asked to stop");
				try {
					Exit.starts(() -> System.out.print(", started again"));
				}
				catch (IllegalStateException ex) {
					System.out.println(", refused: " + ex.getMessage());
				}
			});
			System.exit(0);
		}

	}

}
