package dev.onboard.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.onboard.testing.Exit;
import dev.onboard.testing.Ports;
import dev.onboard.testing.Program;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A process of one of the services, on a port that it keeps, with connections of its own
 * to all that it needs. Its log is in {@code target/services}.
 */
public final class Replica {

	/** How long it stood still to collect garbage. */
	private static final String PAUSES_IN_THE_LOG = "-Xlog:gc::utctime";

	private static final Duration LONGEST_START = Duration.ofMinutes(4);

	private static final Duration LONGEST_WITHOUT_ANY = Duration.ofMinutes(2);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

	private final Program program;

	private final int number;

	private final int port = Ports.free();

	private final int managementPort = Ports.free();

	private final Links links;

	private final Path log;

	private @Nullable Process process;

	private Map<String, String> environment = Map.of();

	Replica(Program program, int number, Links links) {
		this.program = program;
		this.number = number;
		this.links = links;
		this.log = Path.of("target", "services", program.service() + "-" + number + ".log");
		try {
			Files.createDirectories(this.log.getParent());
			Files.deleteIfExists(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Exit.stops(this::kill);
	}

	/** From the next launch on; stops what runs with another one. */
	void useEnvironment(Map<String, String> environment) {
		if (!this.environment.equals(environment)) {
			stop();
			this.environment = environment;
		}
	}

	/** Returns at once; harmless while it runs. */
	public synchronized void launch() {
		if (isRunning()) {
			return;
		}
		ProcessBuilder command = new ProcessBuilder(this.program.command(PAUSES_IN_THE_LOG));
		command.environment().putAll(this.environment);
		command.environment().put("SERVER_PORT", Integer.toString(this.port));
		command.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(this.managementPort));
		Exit.starts(
				command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile())),
				(process) -> this.process = process);
	}

	/** Whether it serves and listens; false also if nobody could tell. */
	public boolean isReady() {
		try {
			JsonNode health = Http.json(URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/health"));
			return health.path("status").asString("").equals("UP");
		}
		catch (IOException ex) {
			return false;
		}
	}

	public void awaitReady() {
		Awaitility.await(this + " to be ready, see " + this.log)
			.atMost(LONGEST_START)
			.failFast(this + " ended, see " + this.log, () -> !isRunning())
			.until(this::isReady);
	}

	/**
	 * Waits until any of them is ready, and fails if one has ended by itself.
	 * @param replicas all launched
	 * @return all that are ready by then
	 */
	public static List<Replica> awaitAny(List<Replica> replicas) {
		return Awaitility.await("any of " + replicas + " to be ready")
			.atMost(LONGEST_WITHOUT_ANY)
			.failFast("one of " + replicas + " ended, see their logs",
					() -> !replicas.stream().allMatch(Replica::isRunning))
			.until(() -> replicas.stream().filter(Replica::isReady).toList(), (ready) -> !ready.isEmpty());
	}

	/** kill -9; returns when it is gone. Safe to be called by any thread. */
	public void kill() {
		Process victim = this.process;
		if (victim != null) {
			victim.destroyForcibly().onExit().join();
		}
	}

	/** SIGTERM; returns when it has ended. */
	public void stop() {
		Process victim = this.process;
		if (victim == null) {
			return;
		}
		victim.destroy();
		try {
			if (!victim.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException(this + " does not end within " + LONGEST_STOP);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	public boolean isRunning() {
		return this.process != null && this.process.isAlive();
	}

	public Links links() {
		return this.links;
	}

	public String service() {
		return this.program.service();
	}

	Program program() {
		return this.program;
	}

	Path log() {
		return this.log;
	}

	public URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	@Override
	public String toString() {
		return service() + " " + this.number;
	}

}
