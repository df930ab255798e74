package dev.onboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where things are in this project, and its scripts. */
public final class Project {

	/** Of every broker user and database role in tests. */
	public static final String PASSWORD = "test-password-that-nobody-else-uses";

	private static final String PORTS = "ports.env";

	/**
	 * Every second instead of every five: much here waits for what the broker tells. Its
	 * management takes the figures up as often as it keeps any of them.
	 */
	private static final String FRESH_STATISTICS = "-rabbit collect_statistics_interval 1000"
			+ " -rabbit quorum_tick_interval 1000 -rabbitmq_management_agent sample_retention_policies"
			+ " [{global,[{605,1}]},{basic,[{605,1}]},{detailed,[{10,1}]}]";

	private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(5);

	private Project() {
	}

	/** The folder with {@code rabbitmq/} and {@code docker-compose.yml} in it. */
	public static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.isRegularFile(folder.resolve("rabbitmq/definitions.json"))) {
			folder = folder.getParent();
			if (folder == null) {
				throw new IllegalStateException("run the tests inside the project");
			}
		}
		return folder;
	}

	/** A folder of this module for what a test run leaves behind, empty. */
	static Path emptyFolder(String name) {
		Path folder = Path.of("target", name).toAbsolutePath();
		try {
			if (Files.exists(folder)) {
				try (Stream<Path> content = Files.walk(folder)) {
					for (Path path : content.sorted(java.util.Comparator.reverseOrder()).toList()) {
						Files.delete(path);
					}
				}
			}
			return Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a script keeps of a log: the one before the last start, and the one since. */
	static String log(Path folder, String name) {
		try {
			Path before = folder.resolve(name + ".1");
			return (Files.exists(before) ? text(before) : "") + text(folder.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whatever bytes are in it. */
	private static String text(Path file) throws IOException {
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
	}

	/** Of the scripts that start broker and database. */
	static Map<String, String> environment() {
		return Map.of("TASK_AMQP_PASSWORD", PASSWORD, "MAIL_AMQP_PASSWORD", PASSWORD, "WEB_AMQP_PASSWORD", PASSWORD,
				"MONITORING_PASSWORD", PASSWORD, "TASK_DB_PASSWORD", PASSWORD, "MAIL_DB_PASSWORD", PASSWORD,
				"WEB_DB_PASSWORD", PASSWORD, "FREE_PORTS", "1", "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
				FRESH_STATISTICS);
	}

	/**
	 * Runs a script of this project to its end.
	 * @return what it printed
	 * @throws IllegalStateException with what it printed, if it fails
	 */
	static String run(String script, String... arguments) {
		try {
			Path log = Files.createTempFile("onboard-script", ".log");
			ProcessBuilder builder = new ProcessBuilder(
					Stream.concat(Stream.of(root().resolve(script).toString()), Stream.of(arguments)).toList());
			builder.environment().putAll(environment());
			Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
			boolean ended = process.waitFor(LONGEST_SCRIPT.toSeconds(), TimeUnit.SECONDS);
			String output = Files.readString(log);
			Files.delete(log);
			if (!ended || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new IllegalStateException(script + " " + String.join(" ", arguments) + " failed: " + output);
			}
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Starts what the script keeps in the folder, again on the ports of before.
	 * @throws IllegalStateException if it fails, or came up on others: nobody would find
	 * it there
	 */
	static void start(String script, Path folder) {
		Properties before = Files.exists(folder.resolve(PORTS)) ? ports(folder) : null;
		Exit.starts(() -> run(script, "start", folder.toString()));
		if (before != null && !before.equals(ports(folder))) {
			throw new IllegalStateException(script + " left its ports " + before + " for " + ports(folder));
		}
	}

	/** What a script recorded in {@code ports.env}. */
	static int port(Path folder, String name) {
		return Integer.parseInt(ports(folder).getProperty(name));
	}

	private static Properties ports(Path folder) {
		Properties ports = new Properties();
		try (var reader = Files.newBufferedReader(folder.resolve(PORTS))) {
			ports.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return ports;
	}

}
