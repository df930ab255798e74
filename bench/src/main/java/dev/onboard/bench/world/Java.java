package dev.onboard.bench.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How programs in Java are started, for both sides the same. */
final class Java {

	/**
	 * What is shipped: plain processes have exactly these, and a container the same but
	 * for the limit, which is 60 % of its 640 MiB and as much. Of this machine it would
	 * be another.
	 */
	static final List<String> HEAP = List.of("-Xms40m", "-Xmn24m", "-Xmx384m");

	/** As plain processes are started; the image has more in its entry point. */
	private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

	/**
	 * The serial collector keeps what is free at first, and all of it goes back with the
	 * fourth collection only: {@code -XX:+ShrinkHeapInSteps}, the default.
	 */
	private static final int COLLECTIONS = 4;

	private Java() {
	}

	/**
	 * Not started yet.
	 * @param arguments of {@code java}, after those that all have
	 */
	static Program program(String name, List<String> arguments, Map<String, String> environment) {
		List<String> command = new ArrayList<>();
		command.add(tool("java"));
		command.addAll(HEAP);
		command.addAll(FLAGS);
		command.addAll(arguments);
		return new Program(name, command, environment);
	}

	/**
	 * In a running program, so often that what it has no use for goes back to the
	 * machine; returns when it is done.
	 */
	static void collectGarbage(Program program) {
		for (int time = 0; time < COLLECTIONS; time++) {
			Step.run("jcmd", List.of(tool("jcmd"), Long.toString(program.pid()), "GC.run"), Map.of());
		}
	}

	/** A command of the JDK that this runs with. */
	static String tool(String name) {
		return Path.of(System.getProperty("java.home"), "bin", name).toString();
	}

}
