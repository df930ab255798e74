package dev.onboard.bench.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

/** The three forwarders of the other side, one process each. */
final class Forwarders {

	private static final int CONSUMERS = 16;

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

	/** Returns when all listen. */
	void start(Queues queues) {
		this.programs.values().forEach(Program::start);
		List.of("mail.create", "web.redmine", "web.slack", "task.events")
			.forEach((queue) -> Awaitility.await("consumers of " + queue)
				.atMost(Service.LONGEST_START)
				.until(() -> queues.consumers(queue) == CONSUMERS));
	}

	void stop() {
		this.programs.values().forEach(Program::stop);
	}

}
