package dev.onboard.faults.outside;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/** Notes what took effect, in a file with a line of JSON for each. Thread-safe. */
final class Diary implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final BufferedWriter file;

	private final List<Seen> entries = new ArrayList<>();

	/**
	 * @param file is appended to
	 */
	Diary(Path file) {
		try {
			this.file = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	synchronized void note(Seen.Kind kind, String person, String detail) {
		Seen seen = new Seen(Instant.now(), kind, person, detail);
		this.entries.add(seen);
		try {
			this.file.write(JSON.writeValueAsString(seen));
			this.file.newLine();
			this.file.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	synchronized List<Seen> entries() {
		return List.copyOf(this.entries);
	}

	@Override
	public synchronized void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
