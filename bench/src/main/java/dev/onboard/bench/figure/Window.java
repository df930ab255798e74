package dev.onboard.bench.figure;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.onboard.bench.measure.Cpu;

/**
 * The part of a block that counts.
 *
 * @param count by how much what was counted has grown
 * @param cpu seconds of each program
 */
record Window(double seconds, long count, Map<String, Double> cpu) {

	/** Waits for the lead and for the length of a block. */
	static Window of(Plan plan, Cpu cpu, LongSupplier counted) {
		try {
			TimeUnit.MILLISECONDS.sleep(plan.lead().toMillis());
			Map<String, Double> cpuBefore = cpu.read();
			long before = counted.getAsLong();
			long start = System.nanoTime();
			TimeUnit.MILLISECONDS.sleep(plan.length().toMillis());
			long count = counted.getAsLong() - before;
			double seconds = (System.nanoTime() - start) / 1e9;
			return new Window(seconds, count, cpu.since(cpuBefore));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	double rate() {
		return this.count / this.seconds;
	}

}
