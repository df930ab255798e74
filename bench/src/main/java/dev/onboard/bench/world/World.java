package dev.onboard.bench.world;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.onboard.bench.outside.Outside;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Ports;

/** Broker, database, servers outside and both sides, as processes of this machine. */
public final class World implements AutoCloseable {

	/** The header with which both sides are called. */
	public static final String AUTHORIZATION = "Authorization: Bearer " + Environment.ADMIN_TOKEN + "\r\n";

	private final Broker broker = Broker.shared();

	private final Database database = Database.shared();

	private final Outside outside = new Outside();

	private final Programs programs = new Programs(this.broker, this.database, this.outside);

	private final Services services;

	private final Forwarders forwarders;

	private final Side ours;

	private final Side others;

	/** Nothing runs yet but broker, database and the servers outside. */
	public World() {
		OtherHost.make(this.broker);
		int port = Ports.free();
		int otherPort = Ports.free();
		this.services = new Services(this.programs, port);
		this.forwarders = new Forwarders(this.programs, otherPort);
		Map<String, Rows> rows = new LinkedHashMap<>();
		Services.ROLES.forEach((role) -> rows.put(role, new Rows(this.database, role)));
		this.ours = new Side("the services", port, this.services.programs(), new Queues(this.broker, "/"), "", rows);
		this.others = new Side("the forwarders", otherPort, this.forwarders.programs(),
				new Queues(this.broker, OtherHost.NAME), "bare_", rows);
	}

	/** All services, and no forwarder. */
	public void startServicesAlone() {
		this.forwarders.stop();
		this.services.start();
	}

	/** All services, then all forwarders, whose tables are like those of the services. */
	public void startAll() {
		this.services.start();
		this.forwarders.start(this.others.queues());
	}

	/** The forwarder that accepts people, alone. */
	public void startBareTask() {
		this.forwarders.startTask(this.others.queues());
	}

	/** The mail-service and the broker. */
	public List<Victim> victims() {
		return List.of(this.services.mail(this.ours.rows("mail")),
				new Victim("the broker", this.broker::crash, this.broker::start, () -> 0));
	}

	/** Services and forwarders. */
	public void stopAll() {
		this.services.stop();
		this.forwarders.stop();
	}

	/** To start them without a look at the forwarders. */
	public Services services() {
		return this.services;
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
