package dev.onboard.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import dev.onboard.testing.Exit;
import org.jspecify.annotations.Nullable;

/** A process of its own, which ends with this one unless that is killed. */
public final class Program {

	private static final int LONGEST_STOP_SECONDS = 60;

	private final String name;

	private final List<String> command;

	private final Map<String, String> environment;

	private final Path log;

	private @Nullable Process process;

	private Duration warmth = Duration.ZERO;

	/**
	 * @param name of its log in {@code target/logs}, too
	 */
	Program(String name, List<String> command, Map<String, String> environment) {
		this.name = name;
		this.command = command;
		this.environment = environment;
		this.log = Path.of("target", "logs", name + ".log");
		Exit.stops(this::kill);
	}

	/** Returns at once; harmless while it runs. */
	public void start() {
		if (isRunning()) {
			return;
		}
		ProcessBuilder builder = new ProcessBuilder(this.command);
		builder.environment().putAll(this.environment);
		try {
			Files.createDirectories(this.log.getParent());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.warmth = Duration.ZERO;
		Exit.starts(builder.redirectErrorStream(true).redirectOutput(this.log.toFile()),
				(process) -> this.process = process);
	}

	public boolean isRunning() {
		return this.process != null && this.process.isAlive();
	}

	/** How long the process that was started last has been under load. */
	Duration warmth() {
		return this.warmth;
	}

	void worked(Duration time) {
		this.warmth = this.warmth.plus(time);
	}

	/** Of the process that was started last; 0 before. */
	public long pid() {
		return (this.process != null) ? this.process.pid() : 0;
	}

	/** On its standard input. */
	void say(String line) throws IOException {
		Process running = Objects.requireNonNull(this.process, this.name);
		running.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
		running.getOutputStream().flush();
	}

	/** SIGTERM; returns when it has ended. */
	public void stop() {
		if (this.process != null) {
			this.process.destroy();
			awaitEnd(LONGEST_STOP_SECONDS);
		}
	}

	/**
	 * Returns its status when it has ended.
	 * @throws IllegalStateException if it does not end in time
	 */
	public int awaitEnd(int seconds) {
		Process running = Objects.requireNonNull(this.process, this.name);
		try {
			if (!running.waitFor(seconds, TimeUnit.SECONDS)) {
				throw new IllegalStateException(this + " does not end within " + seconds + " s");
			}
			return running.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** SIGKILL, also to all that it has started; returns when it has ended. */
	void kill() {
		if (this.process != null) {
			this.process.descendants().forEach(ProcessHandle::destroyForcibly);
			this.process.destroyForcibly().onExit().join();
		}
	}

	public Path log() {
		return this.log;
	}

	@Override
	public String toString() {
		return this.name + ", see " + this.log;
	}

}
