package dev.onboard.bench.world;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.onboard.bench.outside.Outside;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Ports;
import org.awaitility.Awaitility;

/** Broker, database, servers outside and both sides, as processes of this machine. */
public final class World implements AutoCloseable {

	/** The header with which both sides are called. */
	public static final String AUTHORIZATION = "Authorization: Bearer " + Environment.ADMIN_TOKEN + "\r\n";

	private static final List<String> ROLES = List.of("task", "mail", "web");

	private final Broker broker = Broker.shared();

	private final Database database = Database.shared();

	private final Outside outside = new Outside();

	private final Programs programs = new Programs(this.broker, this.database, this.outside);

	private final Side ours;

	private final Side others;

	/** Nothing runs yet but broker, database and the servers outside. */
	public World() {
		OtherHost.make(this.broker);
		int port = Ports.free();
		int otherPort = Ports.free();
		Map<String, Program> services = new LinkedHashMap<>();
		Map<String, Program> forwarders = new LinkedHashMap<>();
		Map<String, Rows> rows = new LinkedHashMap<>();
		for (String role : ROLES) {
			services.put(role, this.programs.service(role, role.equals("task") ? port : Ports.free()));
			forwarders.put(role, this.programs.forwarder(role, otherPort));
			rows.put(role, new Rows(this.database, role));
		}
		this.ours = new Side("the services", port, services, new Queues(this.broker, "/"), "", rows);
		this.others = new Side("the forwarders", otherPort, forwarders, new Queues(this.broker, OtherHost.NAME),
				"bare_", rows);
	}

	/** All services; not the forwarders. */
	public void startServices() {
		ROLES.forEach(this::start);
	}

	/** All services, then all forwarders, whose tables are like those of the services. */
	public void startAll() {
		startServices();
		this.others.programs().values().forEach(Program::start);
		List.of("mail.create", "web.redmine", "web.slack", "task.events")
			.forEach((queue) -> Awaitility.await("consumers of " + queue)
				.atMost(Programs.LONGEST_START)
				.until(() -> this.others.queues().consumers(queue) == 16));
	}

	/** One service; returns when it serves. */
	public void start(String role) {
		this.programs.start(role, Objects.requireNonNull(this.ours.programs().get(role), role));
	}

	/** Services and forwarders. */
	public void stopAll() {
		this.ours.programs().values().forEach(Program::stop);
		this.others.programs().values().forEach(Program::stop);
	}

	public Side ours() {
		return this.ours;
	}

	public Side others() {
		return this.others;
	}

	public Outside outside() {
		return this.outside;
	}

	/** For while the task-service does not run. */
	public Starts starts() {
		return new Starts(this.programs, this.ours.port());
	}

	/** The chain that people would use instead. */
	public Celery celery() {
		return new Celery(this.others.queues(), Environment.ofChain(this.broker, this.outside));
	}

	/** Broker and database themselves. */
	public Backstage backstage() {
		return new Backstage(this.broker, this.ours.rows("task"));
	}

	/** RabbitMQ's own measure, which publishes to a queue of the same broker. */
	public PerfTest perfTest() {
		return new PerfTest(this.broker.port(), this.others.queues());
	}

	@Override
	public void close() throws IOException {
		stopAll();
		this.ours.queues().close();
		this.others.queues().close();
		this.outside.close();
	}

}
