package dev.onboard.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the mail server works: a directory of the user's, which stays, or a temporary
 * one, which is deleted on closing.
 */
final class WorkingDirectory implements AutoCloseable {

	private final Path path;

	private final boolean temporary;

	private WorkingDirectory(Path path, boolean temporary) {
		this.path = path;
		this.temporary = temporary;
	}

	/**
	 * Makes the directory if it is not there.
	 * @throws InvalidSetting if that is impossible
	 */
	static WorkingDirectory of(Optional<Path> wanted) {
		try {
			if (wanted.isEmpty()) {
				return new WorkingDirectory(Files.createTempDirectory("onboard-sandbox-"), true);
			}
			return new WorkingDirectory(Files.createDirectories(wanted.get()), false);
		}
		catch (IOException ex) {
			throw new InvalidSetting("SANDBOX_DIR", wanted.map(Path::toString).orElse(""),
					"give a directory that can be written (" + ex.getMessage() + ").");
		}
	}

	Path path() {
		return this.path;
	}

	@Override
	public void close() throws IOException {
		if (this.temporary && Files.exists(this.path)) {
			for (Path each : deepestFirst()) {
				Files.deleteIfExists(each);
			}
		}
	}

	private List<Path> deepestFirst() throws IOException {
		try (Stream<Path> all = Files.walk(this.path)) {
			return all.sorted(Comparator.reverseOrder()).toList();
		}
	}

}
