package dev.onboard.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

import dev.onboard.bench.measure.Cpu;
import dev.onboard.bench.measure.ProcessTimes;
import dev.onboard.testing.Broker;

/** Broker and database themselves: what they are, and what they take. */
public final class Backstage {

	private final Broker broker;

	private final Rows rows;

	Backstage(Broker broker, Rows rows) {
		this.broker = broker;
		this.rows = rows;
	}

	/** Of broker, database and this process, too. */
	public Cpu cpu(Map<String, DoubleSupplier> programs) {
		Map<String, DoubleSupplier> all = new LinkedHashMap<>(programs);
		long beam = firstNumber(Path.of("target/broker/beam.pid"));
		long postgres = firstNumber(Path.of("target/postgres/data/postmaster.pid"));
		all.put("broker", () -> ProcessTimes.of(beam));
		all.put("postgres", () -> ProcessTimes.ofFamily(postgres));
		all.put("clients and servers outside", () -> ProcessTimes.of(ProcessHandle.current().pid()));
		return new Cpu(all);
	}

	private static long firstNumber(Path file) {
		try {
			return Long.parseLong(Files.readAllLines(file).get(0).strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String brokerVersion() {
		return this.broker.ctl("eval", "rabbit_misc:version().").replaceAll("[^0-9.]", "");
	}

	public String databaseVersion() {
		return Long.toString(this.rows.number("select current_setting('server_version_num')::int / 10000")) + "."
				+ this.rows.number("select current_setting('server_version_num')::int % 10000");
	}

}
