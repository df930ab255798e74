package dev.onboard.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.onboard.testing.Ports;
import dev.onboard.testing.Program;
import dev.onboard.testing.Scrape;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * One of the services as a process of its own, on a port that it keeps. Its log is in
 * {@code target/services}.
 */
final class Service {

	private static final Duration LONGEST_START = Duration.ofMinutes(2);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

	private final String name;

	private final int port;

	private final int managementPort = Ports.free();

	private final Path log;

	private final ProcessBuilder command;

	private @Nullable Process process;

	Service(String name, int port, Map<String, String> environment) {
		this.name = name;
		this.port = port;
		this.log = Path.of("target", "services", name + "-" + this.port + ".log");
		this.command = new ProcessBuilder(Program.of(name).command());
		this.command.environment().putAll(environment);
		this.command.environment().put("SERVER_PORT", Integer.toString(this.port));
		this.command.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(this.managementPort));
		this.command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
		try {
			Files.createDirectories(this.log.getParent());
			Files.deleteIfExists(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
	}

	/** Returns at once; harmless while it runs. */
	void launch() {
		if (isRunning()) {
			return;
		}
		try {
			this.process = this.command.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void awaitReady() {
		Awaitility.await(this.name)
			.atMost(LONGEST_START)
			.failFast(this.name + " ended", () -> !isRunning())
			.until(() -> {
				try {
					return Http.get(uri("/readyz")).statusCode() == 200;
				}
				catch (IOException ex) {
					return false;
				}
			});
	}

	/** All that it has logged. */
	String log() throws IOException {
		return Files.readString(this.log);
	}

	/** Its listeners, as its health page shows them. */
	String listeners() throws IOException {
		URI health = URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/health");
		return Http.json(Http.get(health).body()).at("/components/listeners/status").asString("unknown");
	}

	/** kill -9; returns when it is gone. */
	void kill() {
		if (this.process != null) {
			this.process.destroyForcibly().onExit().join();
		}
	}

	/** SIGTERM; returns at once. */
	void terminate() {
		if (this.process != null) {
			this.process.destroy();
		}
	}

	/** SIGTERM, if it has not come yet; returns when it is gone. */
	void stop() {
		terminate();
		try {
			if (this.process != null && !this.process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
				throw new AssertionError(this.name + " does not end within " + LONGEST_STOP);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What it tells Prometheus. */
	Scrape scrape() {
		return Scrape.of(this.managementPort);
	}

	boolean isRunning() {
		return this.process != null && this.process.isAlive();
	}

	URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
