package dev.onboard.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where it was measured, and with what. */
public record Machine(int cpus, long memoryMiB, String kernel, String jdk, String broker, String database) {

	/** This one. */
	public static Machine here(String broker, String database) {
		try {
			String total = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("[^0-9]", "");
			return new Machine(Runtime.getRuntime().availableProcessors(), Long.parseLong(total) / 1024,
					Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip(), Runtime.version().toString(),
					broker, database);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return "%d CPUs, %d MiB of memory, Linux %s, JDK %s, RabbitMQ %s, PostgreSQL %s".formatted(this.cpus,
				this.memoryMiB, this.kernel, this.jdk, this.broker, this.database);
	}

}
