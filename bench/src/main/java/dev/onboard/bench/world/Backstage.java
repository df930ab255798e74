package dev.onboard.bench.world;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.DoubleSupplier;

import dev.onboard.bench.measure.Cpu;
import dev.onboard.bench.measure.ProcessTimes;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Scrape;

/** Broker and database themselves: what they are, and what they take. */
public final class Backstage {

	private static final Path BROKER = Path.of("target", "broker");

	private final Broker broker;

	private final Rows rows;

	Backstage(Broker broker, Rows rows) {
		this.broker = broker;
		this.rows = rows;
	}

	/** Of broker, database and this process, too. */
	public Cpu cpu(Map<String, DoubleSupplier> programs) {
		Map<String, DoubleSupplier> all = new LinkedHashMap<>(programs);
		long beam = firstNumber(BROKER.resolve("beam.pid"));
		long postgres = firstNumber(Path.of("target/postgres/data/postmaster.pid"));
		all.put("broker", () -> ProcessTimes.of(beam));
		all.put("postgres", () -> ProcessTimes.ofFamily(postgres));
		all.put("clients and servers outside", () -> ProcessTimes.of(ProcessHandle.current().pid()));
		return new Cpu(all);
	}

	/** Counts from now on how often the broker makes its disk durable. */
	public Strace strace() {
		return Strace.attach(firstNumber(BROKER.resolve("beam.pid")));
	}

	/**
	 * How many messages the broker has been sent by now, and how many were acknowledged
	 * to it.
	 */
	public double publishesAndAcks() {
		Scrape counters = Scrape.of(prometheusPort(), "/metrics");
		return List.of("received", "acknowledged").stream().mapToDouble((what) -> {
			String name = "rabbitmq_global_messages_" + what + "_total";
			if (!counters.has(name)) {
				throw new IllegalStateException("the broker does not tell " + name);
			}
			return counters.sum(name);
		}).sum();
	}

	private static int prometheusPort() {
		Properties ports = new Properties();
		try (Reader reader = Files.newBufferedReader(BROKER.resolve("ports.env"))) {
			ports.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Integer.parseInt(ports.getProperty("PROMETHEUS_PORT"));
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
