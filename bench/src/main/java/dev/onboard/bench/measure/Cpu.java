package dev.onboard.bench.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** CPU-seconds of several programs, each under a name. */
public final class Cpu {

	private final Map<String, DoubleSupplier> programs;

	/**
	 * @param programs each tells its CPU-seconds since its start
	 */
	public Cpu(Map<String, DoubleSupplier> programs) {
		this.programs = programs;
	}

	/** All by now. */
	public Map<String, Double> read() {
		Map<String, Double> seconds = new LinkedHashMap<>();
		this.programs.forEach((name, program) -> seconds.put(name, program.getAsDouble()));
		return seconds;
	}

	/** What each has taken since it was read before. */
	public Map<String, Double> since(Map<String, Double> before) {
		Map<String, Double> taken = read();
		taken.replaceAll((name, seconds) -> seconds - before.getOrDefault(name, 0.0));
		return taken;
	}

}
