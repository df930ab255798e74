package dev.onboard.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.onboard.bench.figure.Measured;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of the last run of a figure.
 *
 * @param revision of the project
 * @param command that was given
 */
public record Results(Instant at, Machine machine, String revision, String command, Measured measured) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** Keeps it in a folder, in the place of what was known of this figure before. */
	public void keep(Path folder) {
		try {
			Files.createDirectories(folder);
			Path whole = folder.resolve(this.measured.name() + ".json");
			Path part = folder.resolve(this.measured.name() + ".part");
			Files.writeString(part, JSON.writeValueAsString(this) + "\n");
			Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All that are kept in a folder, P2 before P10. */
	public static List<Results> readAll(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.sorted(Comparator.comparingInt((Path file) -> file.toString().length())
					.thenComparing(Comparator.naturalOrder()))
				.map(Results::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Results read(Path file) {
		try {
			return JSON.readValue(Files.readString(file), Results.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
