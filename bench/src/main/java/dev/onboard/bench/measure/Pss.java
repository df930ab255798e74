package dev.onboard.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of other processes, each page that several share counted in shares, as Linux
 * does in {@code /proc}.
 */
public final class Pss {

	/** There are others that begin with this word, which are part of it. */
	private static final Pattern LINE = Pattern.compile("Pss:\\s+([0-9]+) kB");

	private static final double BYTES_PER_KIB = 1024;

	private static final double BYTES_PER_MB = 1e6;

	private Pss() {
	}

	/** In millions of bytes. */
	public static double megabytes(long pid) {
		try {
			return megabytes(Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same, of what Linux tells of a process.
	 * @throws IllegalStateException if it does not tell
	 */
	static double megabytes(List<String> rollup) {
		Matcher line = rollup.stream()
			.map(LINE::matcher)
			.filter(Matcher::matches)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("there is no Pss in " + rollup));
		return Long.parseLong(line.group(1)) * BYTES_PER_KIB / BYTES_PER_MB;
	}

}
