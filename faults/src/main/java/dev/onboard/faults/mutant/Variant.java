package dev.onboard.faults.mutant;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.onboard.faults.report.CellResult;
import dev.onboard.faults.report.Results;
import dev.onboard.testing.Project;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * The whole project once more, as a mutant or as it is, in a folder of its own. Its
 * output goes to {@code build.log} and {@code faults.log} there.
 */
final class Variant {

	/** What is built, or no part of the program. */
	private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".onboard", ".env");

	private static final Path VARIANTS = Path.of("target", "mutants").toAbsolutePath();

	private static final int CELLS_HOLD = 0;

	private static final int CELLS_ARE_RED = 1;

	private final Path folder;

	private Variant(Path folder) {
		this.folder = folder;
	}

	/**
	 * Copies the sources and builds them.
	 * @param patch null for the program as it is
	 * @throws IllegalStateException if the patch does not fit, or it cannot be built
	 */
	static Variant build(String name, @Nullable Path patch) throws IOException, InterruptedException {
		Path folder = VARIANTS.resolve(name);
		FileSystemUtils.deleteRecursively(folder);
		copy(Project.root(), folder);
		Variant variant = new Variant(folder);
		if (patch != null) {
			variant.mustRun(folder, "build.log", List.of("git", "apply", patch.toString()));
		}
		variant.mustRun(folder, "build.log",
				List.of("mvn", "-q", "-B", "-DskipTests", "-Dspring-javaformat.skip=true", "-P", "!lint", "package"));
		return variant;
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> entries = Files.list(from)) {
			for (Path entry : entries.filter((it) -> !LEFT_OUT.contains(it.getFileName().toString())).toList()) {
				Path copy = to.resolve(entry.getFileName());
				if (Files.isDirectory(entry)) {
					copy(entry, copy);
				}
				else {
					Files.copy(entry, copy);
				}
			}
		}
	}

	/**
	 * Lets the cells happen to it.
	 * @return what they found
	 * @throws IllegalStateException if they could not be tried
	 */
	List<CellResult> tryOn(List<String> cells) throws IOException, InterruptedException {
		Path report = this.folder.resolve("results.json");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/faults.jar",
						"--report", report.toString(), "--only"));
		command.addAll(cells);
		int exit = run(this.folder.resolve("faults"), "faults.log", command);
		if (exit != CELLS_HOLD && exit != CELLS_ARE_RED) {
			throw new IllegalStateException("ended with " + exit + ", see " + this.folder.resolve("faults.log"));
		}
		return Results.read(report).cells();
	}

	private void mustRun(Path where, String log, List<String> command) throws IOException, InterruptedException {
		if (run(where, log, command) != 0) {
			throw new IllegalStateException(String.join(" ", command) + " failed, see " + this.folder.resolve(log));
		}
	}

	private int run(Path where, String log, List<String> command) throws IOException, InterruptedException {
		File output = this.folder.resolve(log).toFile();
		ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(output));
		// The repository around it is none of its business.
		builder.environment().put("GIT_CEILING_DIRECTORIES", VARIANTS.toString());
		Process process = builder.start();
		// It ends all that it has started when it is told to end.
		Thread end = new Thread(process::destroy);
		Runtime.getRuntime().addShutdownHook(end);
		try {
			return process.waitFor();
		}
		finally {
			Runtime.getRuntime().removeShutdownHook(end);
		}
	}

}
