package dev.onboard.faults.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MutantTests {

	@TempDir
	private Path folder;

	@Test
	void ofThisProjectFitTheProgram() throws Exception {
		for (Mutant mutant : Mutant.in(Path.of("mutants"), List.of())) {
			Process patch = new ProcessBuilder("git", "apply", "--check", mutant.patch().toString())
				.directory(Path.of("..").toFile())
				.redirectErrorStream(true)
				.start();
			String output = new String(patch.getInputStream().readAllBytes());
			assertThat(patch.waitFor()).as(mutant.name() + ": " + output).isZero();
		}
	}

	@Test
	void sayWhatTheyDoAndWhoHasToTell() throws IOException {
		Files.writeString(this.folder.resolve("no-brakes.patch"), "Never stops.\n\nCaught by: 1-wall 2-wall\n\ndiff\n");
		assertThat(Mutant.in(this.folder, List.of())).singleElement().satisfies((mutant) -> {
			assertThat(mutant.name()).isEqualTo("no-brakes");
			assertThat(mutant.what()).isEqualTo("Never stops.");
			assertThat(mutant.cells()).containsExactly("1-wall", "2-wall");
		});
	}

	@Test
	void areThoseThatWereAskedFor() throws IOException {
		for (String name : List.of("no-brakes", "no-lights")) {
			Files.writeString(this.folder.resolve(name + ".patch"), "Never stops.\n\nCaught by: 1-wall\n");
		}
		assertThat(Mutant.in(this.folder, List.of("no-lights"))).extracting(Mutant::name).containsExactly("no-lights");
		assertThatIllegalArgumentException().isThrownBy(() -> Mutant.in(this.folder, List.of("no-light")))
			.withMessageContaining("no-lights");
	}

	@Test
	void areRefusedWhereNobodyHasToTell() throws IOException {
		assertThatIllegalArgumentException().isThrownBy(() -> Mutant.in(this.folder, List.of()));
		Files.writeString(this.folder.resolve("unknown.patch"), "Does something.\n");
		assertThatIllegalArgumentException().isThrownBy(() -> Mutant.in(this.folder, List.of()))
			.withMessageContaining("unknown.patch");
	}

}
