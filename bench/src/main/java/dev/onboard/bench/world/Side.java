package dev.onboard.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

import dev.onboard.bench.measure.ProcessTimes;
import dev.onboard.bench.measure.Pss;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One of the two that are measured: three programs, their queues, and their tables.
 *
 * @param port where people are accepted
 * @param tables what the names of its tables begin with
 * @param rows its tables, by the role that they belong to
 */
public record Side(String name, int port, Map<String, Program> programs, Queues queues, String tables,
		Map<String, Rows> rows) {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

	/** CPU-seconds of each program, by name. */
	public Map<String, DoubleSupplier> cpu() {
		Map<String, DoubleSupplier> cpu = new LinkedHashMap<>();
		this.programs.forEach((program, jvm) -> cpu.put(program, () -> ProcessTimes.of(jvm.pid())));
		return cpu;
	}

	/**
	 * How long all of its programs have been under load since they were started. They are
	 * slow until they are compiled.
	 */
	public Duration warmth() {
		return this.programs.values().stream().map(Program::warmth).min(Comparator.naturalOrder()).orElseThrow();
	}

	/** They have been under load for so long. */
	public void worked(Duration time) {
		this.programs.values().forEach((program) -> program.worked(time));
	}

	/** Memory of each program in MB, by name, as it stands. */
	public Map<String, Double> memory() {
		Map<String, Double> memory = new LinkedHashMap<>();
		this.programs.forEach((program, jvm) -> memory.put(program, Pss.megabytes(jvm.pid())));
		return memory;
	}

	/** In each program; returns when it is done. */
	public void collectGarbage() {
		this.programs.values().forEach(Java::collectGarbage);
	}

	/**
	 * How many people are through by now.
	 * @param beginning of their logins; those of others need not be looked at
	 */
	public long ready(String beginning) {
		return rows("task").number("select count(*) from %sperson where state = 'READY' and login like '%s%%'"
			.formatted(this.tables, beginning));
	}

	/**
	 * How many people are not through.
	 * @param beginning of their logins
	 */
	public long onTheWay(String beginning) {
		return rows("task").number("select count(*) from %sperson where state <> 'READY' and login like '%s%%'"
			.formatted(this.tables, beginning));
	}

	/**
	 * Waits until nobody is on the way.
	 * @param beginning of the logins of those who were accepted
	 * @return what is left then, in words; empty if nothing is
	 */
	public List<String> leftovers(String beginning) {
		try {
			Awaitility.await()
				.atMost(LONGEST_WAIT)
				.pollInterval(Duration.ofMillis(100))
				.until(() -> inWords(beginning).isEmpty());
			return List.of();
		}
		catch (ConditionTimeoutException ex) {
			return inWords(beginning);
		}
	}

	private List<String> inWords(String beginning) {
		return Stream
			.concat(Stream.of(left("people", onTheWay(beginning))), Stream.concat(
					this.rows.keySet().stream().map((it) -> left("messages in the outbox of " + it, unpublished(it))),
					Queues.WORK.stream().map((queue) -> left("messages in " + queue, waiting(queue)))))
			.filter((words) -> !words.isEmpty())
			.toList();
	}

	/** How many messages wait in the outbox of a role. */
	public long unpublished(String role) {
		return rows(role).number("select count(*) from " + this.tables + "outbox");
	}

	/** Everybody who was accepted, for nobody will hear of them any more. */
	public void forgetEverybody() {
		rows("task").forgetEverybody(this.tables);
	}

	private String left(String what, long number) {
		return (number == 0) ? "" : "left over: %d %s of %s".formatted(number, what, this.name);
	}

	private int waiting(String queue) {
		try {
			return this.queues.waiting(queue);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** By the name of the role that it belongs to. */
	public Rows rows(String role) {
		return Objects.requireNonNull(this.rows.get(role), role);
	}

}
