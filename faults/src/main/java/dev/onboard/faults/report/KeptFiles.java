package dev.onboard.faults.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of runs for the page, one JSON file for each. */
final class KeptFiles {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private KeptFiles() {
	}

	static void write(Path file, Object content) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, JSON.writeValueAsString(content) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static <T> T read(Path file, Class<T> type) {
		try {
			return JSON.readValue(Files.readString(file), type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All of a folder in the order of their names; none if there is no folder. */
	static <T> List<T> readAll(Path folder, Class<T> type) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.sorted()
				.map((file) -> read(file, type))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
