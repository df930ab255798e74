package dev.onboard.faults.world;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.rabbitmq.client.Connection;
import dev.onboard.faults.outside.Behaviour;
import dev.onboard.faults.outside.Outside;
import dev.onboard.faults.outside.SandboxEffects;
import dev.onboard.faults.outside.Seen;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Program;
import dev.onboard.testing.Sandbox;

/**
 * The system with two replicas of each service, and all it needs, as processes of this
 * machine: broker, database, and the servers outside.
 */
public final class World implements AutoCloseable {

	public static final List<String> SERVICES = List.of("task-service", "mail-service", "web-service");

	private static final int REPLICAS = 2;

	private static final String UNDER_WAY = "select lease from effect where effect = '%s' and state = 'STARTED'";

	private static final String OLDEST = "select min(id) from outbox";

	private final Broker broker = Broker.shared();

	private final Database database = Database.shared();

	private final Outside outside;

	private final List<Replica> replicas = new ArrayList<>();

	private final Schemas schemas = new Schemas(this.database);

	private final Management management = new Management(this.broker);

	private final Aftermath aftermath = new Aftermath(this.management, this.schemas);

	private final Tap tap;

	private Setting setting = Setting.announcingBy(Slack.CARD);

	/**
	 * Nothing runs yet but broker, database and the servers outside.
	 * @param record where all is appended that is seen outside
	 */
	public World(Path record) {
		this.outside = new Outside(record);
		this.tap = new Tap(this.broker);
		for (String service : SERVICES) {
			Program program = Program.of(service);
			for (int number = 1; number <= REPLICAS; number++) {
				this.replicas.add(new Replica(program, number, Links.to(this.broker, this.database, this.outside)));
			}
		}
	}

	/** Everything runs and is well when it returns. */
	public void recover(Setting setting) {
		List.of(this.outside.mail(), this.outside.smtp(), this.outside.redmine(), this.outside.slack())
			.forEach((target) -> target.behave(Behaviour.well()));
		this.replicas.forEach((replica) -> replica.links().well());
		this.database.start();
		this.broker.start();
		setUp(setting);
		this.replicas.forEach(Replica::launch);
		this.replicas.forEach(Replica::awaitReady);
		this.tap.listen();
	}

	private void setUp(Setting setting) {
		this.setting = setting;
		this.replicas.forEach((replica) -> replica
			.useEnvironment(Environment.of(replica.service(), replica.links(), this.database, this.outside, setting)));
	}

	public Broker broker() {
		return this.broker;
	}

	public Database database() {
		return this.database;
	}

	public Outside outside() {
		return this.outside;
	}

	/** What took effect outside, everything since the start. */
	public List<Seen> seen() {
		List<Seen> seen = new ArrayList<>(this.outside.seen());
		if (this.setting.variant() == Setting.Variant.SANDBOX) {
			seen.addAll(SandboxEffects.of(Sandbox.shared()));
		}
		return seen;
	}

	/** What they are announced by now. */
	public Slack slack() {
		return this.setting.slack();
	}

	public List<Replica> replicas() {
		return List.copyOf(this.replicas);
	}

	/** Both of {@code task-service}, {@code mail-service} or {@code web-service}. */
	public List<Replica> replicas(String service) {
		return this.replicas.stream().filter((replica) -> replica.service().equals(service)).toList();
	}

	/** From now on every message that the broker gets is heard, as a text. */
	public void listen(Consumer<String> listener) {
		this.tap.listenWith(listener);
	}

	/**
	 * Until it recovers no message is heard: who hears all would take what is bound to
	 * nobody else, and the broker would not return it.
	 */
	public void hearNothing() {
		this.tap.close();
	}

	/** Tells this state of the three services from others. */
	public String program() {
		return this.replicas.stream()
			.map((replica) -> replica.program().digest())
			.distinct()
			.collect(Collectors.joining("-"));
	}

	public String brokerVersion() {
		return this.broker.ctl("eval", "rabbit_misc:version().").replaceAll("[^0-9.]", "");
	}

	/** A connection to the broker that may do everything; to be closed. */
	public Connection ruleBroker() throws Exception {
		return this.tap.connect();
	}

	Schemas schemas() {
		return this.schemas;
	}

	/**
	 * The leases of the mails or posts that a service has under way and nobody could be
	 * asked about.
	 */
	List<String> underWay(String service) {
		try {
			return switch (service) {
				case "mail-service" -> this.schemas.texts("mail", UNDER_WAY.formatted("welcome-mail"));
				case "web-service" ->
					(slack() == Slack.CARD) ? List.of() : this.schemas.texts("web", UNDER_WAY.formatted("slack-post"));
				default -> List.of();
			};
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Of the messages that the task-service has to say; 0 if all were said. */
	long oldestUnpublished() {
		try {
			return this.schemas.number("task", OLDEST);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How many messages wait that the broker has refused at least once. */
	public long refusedByBroker() throws SQLException {
		return this.schemas.number("task", "select count(*) from outbox where failures > 0");
	}

	/** What is left in queues, outboxes and leases, in words; empty if all is well. */
	public List<String> leftovers() {
		return this.aftermath.leftovers();
	}

	/** How many messages nobody could read so far. */
	public int parked() {
		return this.aftermath.parked();
	}

	/** What nobody may ever read anywhere. */
	public List<String> secrets() {
		return Environment.secrets(this.outside);
	}

	/** What the initial passwords of mailboxes are made of. */
	public String mailKey() {
		return Environment.MAIL_KEY;
	}

	/** Of the services, which are appended to. */
	public List<Path> logs() {
		return this.replicas.stream().map(Replica::log).toList();
	}

	/**
	 * The oldest transaction of our database that others cannot see yet; all that is
	 * written later is written by this one, or by a later one.
	 */
	public long oldestOpenTransaction() throws SQLException {
		return this.schemas.oldestOpen();
	}

	/** The rows of all tables that such a transaction wrote, each as one text. */
	public List<String> rowsSince(long transaction) throws SQLException {
		List<String> rows = new ArrayList<>();
		for (String schema : Schemas.NAMES) {
			rows.addAll(this.schemas.rowsSince(schema, transaction));
		}
		return rows;
	}

	@Override
	public void close() {
		this.tap.close();
		this.replicas.forEach(Replica::kill);
		this.replicas.forEach((replica) -> replica.links().close());
		this.outside.close();
	}

}
