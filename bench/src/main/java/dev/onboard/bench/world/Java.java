package dev.onboard.bench.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How programs in Java are started, for both sides the same. */
final class Java {

	/** As in the image, but for its archive of classes. */
	private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx512m");

	private Java() {
	}

	/**
	 * Not started yet.
	 * @param arguments of {@code java}, after those that all have
	 */
	static Program program(String name, List<String> arguments, Map<String, String> environment) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(FLAGS);
		command.addAll(arguments);
		return new Program(name, command, environment);
	}

}
