package dev.onboard.task.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class TemporaryFileTests {

	private final String text = "alice," + UUID.randomUUID();

	@Test
	void keepsWhatItWasGivenAndNobodyFindsIt() throws IOException {
		try (TemporaryFile file = of(this.text)) {
			assertThat(found()).as("files that would stay after a kill").isEmpty();
			assertThat(file.size()).isEqualTo(this.text.length());
			assertThat(file.in()).hasContent(this.text);
			assertThat(file.in()).as("from its beginning").hasContent(this.text);
		}
	}

	@Test
	void takesNoMoreThanItMay() throws IOException {
		of("x".repeat(1024)).close();
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> of("x".repeat(1025)));
	}

	@Test
	void saysOfItselfThatItCannotBeWritten() throws IOException {
		TemporaryFile file = TemporaryFile.empty();
		file.close();
		assertThatExceptionOfType(TemporaryFileException.class).isThrownBy(() -> file.out().write(1));
	}

	@Test
	void saysOfItsSenderThatTheyBrokeOff() {
		InputStream broken = InputStream.nullInputStream();
		assertThatIOException().isThrownBy(() -> {
			broken.close();
			TemporaryFile.of(broken, DataSize.ofKilobytes(1));
		});
	}

	private static TemporaryFile of(String text) throws IOException {
		return TemporaryFile.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
				DataSize.ofKilobytes(1));
	}

	private List<Path> found() throws IOException {
		try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return all.filter((path) -> path.toFile().getName().startsWith("import-") && Files.isRegularFile(path))
				.filter(this::holdsTheText)
				.toList();
		}
	}

	private boolean holdsTheText(Path path) {
		try {
			return Files.readString(path, StandardCharsets.ISO_8859_1).contains(this.text);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
