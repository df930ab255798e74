package dev.onboard.task.targets;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.delivery.Timestamps;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.person.StepRows;
import dev.onboard.task.person.UnknownNameException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the targets are, as their services reported last. */
@Component
public class Targets {

	private static final String CHANGE = """
			update reported_target
			   set paused = :paused, reason = :reason, since = :since, until = :until, waiting = :waiting,
			       consumers = :consumers, last_success_at = :lastSuccess, at = :at, alerted = :alerted
			 where system = :system
			""";

	private final JdbcClient jdbc;

	private final StepRows steps;

	Targets(JdbcClient jdbc, StepRows steps) {
		this.jdbc = jdbc;
		this.steps = steps;
	}

	/**
	 * A system by its name in paths.
	 * @throws UnknownNameException if it is none
	 */
	public static TargetSystem named(String wireName) {
		return Stream.of(TargetSystem.values())
			.filter((system) -> system.wireName().equals(wireName))
			.findFirst()
			.orElseThrow(() -> new UnknownNameException("system",
					Stream.of(TargetSystem.values()).map(TargetSystem::wireName).toList()));
	}

	/** Every target, also those that nothing was heard of. */
	public List<TargetPage> list() {
		Map<TargetSystem, TargetRow> rows = rows("select * from reported_target");
		Map<TargetSystem, Integer> failed = this.steps.failed();
		return Stream.of(TargetSystem.values())
			.map((system) -> TargetPage.of(rows.getOrDefault(system, TargetRow.unknown(system)),
					failed.getOrDefault(system, 0)))
			.toList();
	}

	/**
	 * One target.
	 * @throws UnknownNameException if there is none of this name
	 */
	public TargetPage get(String system) {
		TargetSystem wanted = named(system);
		return list().stream().filter((target) -> target.system() == wanted).findFirst().orElseThrow();
	}

	public Map<TargetSystem, TargetRow> paused() {
		return rows("select * from reported_target where paused");
	}

	private Map<TargetSystem, TargetRow> rows(String sql) {
		return this.jdbc.sql(sql)
			.query(TargetRow::read)
			.list()
			.stream()
			.collect(Collectors.toMap(TargetRow::system, Function.identity()));
	}

	/** Nobody else changes it until the caller's transaction ends. */
	TargetRow lock(TargetSystem system) {
		this.jdbc.sql("insert into reported_target (system) values (:system) on conflict do nothing")
			.param("system", system.name())
			.update();
		return this.jdbc.sql("select * from reported_target where system = :system for update")
			.param("system", system.name())
			.query(TargetRow::read)
			.single();
	}

	void change(TargetRow target) {
		this.jdbc.sql(CHANGE)
			.param("system", target.system().name())
			.param("paused", target.paused())
			.param("reason", target.reason())
			.param("since", Timestamps.utc(target.since()))
			.param("until", Timestamps.utc(target.until()))
			.param("waiting", target.waiting())
			.param("consumers", target.consumers())
			.param("lastSuccess", Timestamps.utc(target.lastSuccessAt()))
			.param("at", Timestamps.utc(target.at()))
			.param("alerted", Timestamps.utc(target.alerted()))
			.update();
	}

}
