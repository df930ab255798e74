package dev.onboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A service as a process of its own is started in tests: unpacked, and with an archive of
 * its classes, which halves the time of a start; from Java 25 on they are in it linked,
 * as in the images.
 *
 * @param service its module, such as {@code task-service}
 * @param folder where it is unpacked, under {@code target} of the module whose tests run
 */
public record Program(String service, Path folder) {

	private static final int JAVA = Runtime.version().feature();

	private static final boolean LINKED = JAVA >= 25;

	private static final String RECORDING = LINKED ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";

	private static final String USING = LINKED ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";

	private static final String ARCHIVE = "classes.archive";

	/**
	 * One compiler, for {@code faults} has hundreds of starts. The heap may become as
	 * large as in the images, and the code cache is as large. A process would stand still
	 * for up to 1.7 s otherwise while all are busy: a full collection follows on each 15
	 * % of a code cache, which is 48 MB for one compiler. For the same reason the young
	 * generation is small: what survives in it has to be copied.
	 */
	private static final List<String> FLAGS = List.of("-Xmx384m", "-Xmn24m", "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m");

	private static final int LONGEST_PREPARATION_MINUTES = 5;

	/**
	 * Of the jar that was built last. The first time it is prepared, which takes a start
	 * with the database of this test run.
	 * @throws IllegalStateException if it cannot be
	 */
	public static synchronized Program of(String service) {
		Path jar = Project.root().resolve(service).resolve("target").resolve(service + ".jar");
		try {
			Path folder = Path.of("target", "programs", service + "-" + JAVA + "-" + digest(jar)).toAbsolutePath();
			Program program = new Program(service, folder);
			if (!Files.exists(folder.resolve(ARCHIVE))) {
				program.prepare(jar);
			}
			return program;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Of what is in it: its time says nothing, for all builds give it the same one. */
	private static String digest(Path jar) throws IOException {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
			return HexFormat.of().formatHex(hash, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	private void prepare(Path jar) throws IOException {
		Files.createDirectories(this.folder);
		run(command(List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination",
				this.folder.toString())), Map.of());
		train();
	}

	/**
	 * With a database, for which much is loaded, and with no broker, so that it takes
	 * nobody's messages.
	 */
	private void train() throws IOException {
		List<String> arguments = new ArrayList<>(FLAGS);
		arguments.addAll(List.of(RECORDING + ARCHIVE, "-jar", jar()));
		List<String> train = new ArrayList<>(command(arguments));
		train.add(0, Project.root().resolve("scripts/train").toString());
		String key = "k".repeat(40);
		run(train,
				Map.of("SERVER_PORT", Integer.toString(Ports.free()), "MANAGEMENT_SERVER_PORT",
						Integer.toString(Ports.free()), "SPRING_DATASOURCE_URL", Database.shared().url(),
						"SPRING_DATASOURCE_PASSWORD", Project.PASSWORD, "SPRING_RABBITMQ_PORT",
						Integer.toString(Ports.free()), "TASK_KEY", key, "MAIL_KEY", key, "ONBOARD_ADMIN_TOKEN", key));
	}

	private void run(List<String> command, Map<String, String> environment) throws IOException {
		Path log = this.folder.resolve("prepare.log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		AtomicReference<Process> started = new AtomicReference<>();
		Exit.starts(builder, started::set);
		Process process = started.get();
		Exit.stops(process::destroy);
		try {
			if (!process.waitFor(LONGEST_PREPARATION_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
				process.destroy();
				throw new IllegalStateException(this.service + " cannot be prepared, see " + log);
			}
		}
		catch (InterruptedException ex) {
			process.destroy();
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Tells this state of the service from others; four digits. */
	public String digest() {
		String name = this.folder.getFileName().toString();
		return name.substring(name.lastIndexOf('-') + 1).substring(0, 4);
	}

	/**
	 * What starts it; all that it is told comes with its environment.
	 * @param options of Java, beside those that all have
	 */
	public List<String> command(String... options) {
		List<String> arguments = new ArrayList<>(FLAGS);
		arguments.addAll(List.of(options));
		arguments.addAll(List.of(USING + this.folder.resolve(ARCHIVE), "-jar", jar()));
		return command(arguments);
	}

	/**
	 * With its whole path each time: the archive is only for what was started by the same
	 * one.
	 */
	private String jar() {
		return this.folder.resolve(this.service + ".jar").toString();
	}

	private static List<String> command(List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(arguments);
		return command;
	}

}
