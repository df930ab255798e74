package dev.onboard.bench.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.awaitility.Awaitility;

/** The three forwarders of the other side, one process each. */
final class Forwarders {

	private static final int CONSUMERS = 16;

	private static final String REPORTS = "task.events";

	private final Map<String, Program> programs = new LinkedHashMap<>();

	/**
	 * None runs yet.
	 * @param port where people are accepted
	 */
	Forwarders(Programs programs, int port) {
		Services.ROLES.forEach((role) -> this.programs.put(role, programs.forwarder(role, port)));
	}

	/** By role. */
	Map<String, Program> programs() {
		return this.programs;
	}

	/** Returns when all listen; harmless while they run. */
	void start(Queues queues) {
		this.programs.values().forEach(Program::start);
		awaitConsumers(queues, "mail.create", "web.redmine", "web.slack", REPORTS);
	}

	/** Returns when it listens; the others are left as they are. */
	void startTask(Queues queues) {
		Objects.requireNonNull(this.programs.get("task")).start();
		awaitConsumers(queues, REPORTS);
	}

	private static void awaitConsumers(Queues queues, String... names) {
		List.of(names)
			.forEach((queue) -> Awaitility.await("consumers of " + queue)
				.atMost(Service.LONGEST_START)
				.until(() -> queues.consumers(queue) == CONSUMERS));
	}

	void stop() {
		this.programs.values().forEach(Program::stop);
	}

}
