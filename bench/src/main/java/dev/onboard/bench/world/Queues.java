package dev.onboard.bench.world;

import java.io.IOException;
import java.util.List;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.impl.DefaultExceptionHandler;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Project;

/** The queues of a virtual host, by a user that may do everything there. */
public final class Queues implements AutoCloseable {

	/** All that is waited in. */
	public static final List<String> WORK = List.of("mail.create", "mail.control", "web.redmine", "web.slack",
			"web.control", "task.events", "task.parked");

	/** Named as the virtual host of the other side. */
	static final String USER = "bench";

	/** After the broker was killed. */
	private static final int SOON_MILLIS = 500;

	private final Channel channel;

	Queues(Broker broker, String virtualHost) {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("127.0.0.1");
		factory.setPort(broker.port());
		factory.setVirtualHost(virtualHost);
		factory.setUsername(USER);
		factory.setPassword(Project.PASSWORD);
		factory.setNetworkRecoveryInterval(SOON_MILLIS);
		factory.setExceptionHandler(new Quiet());
		try {
			Connection connection = factory.newConnection("bench");
			this.channel = connection.createChannel();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Logs no connection that is lost: whoever needs it next is told. */
	private static final class Quiet extends DefaultExceptionHandler {

		@Override
		public void handleUnexpectedConnectionDriverException(Connection connection, Throwable failure) {
		}

		@Override
		public void handleConnectionRecoveryException(Connection connection, Throwable failure) {
		}

	}

	/** How many messages wait there. What is in hand is not counted. */
	public int waiting(String queue) throws IOException {
		synchronized (this.channel) {
			return this.channel.queueDeclarePassive(queue).getMessageCount();
		}
	}

	/** Harmless if there is one of that name already. */
	void declareClassic(String queue) throws IOException {
		synchronized (this.channel) {
			this.channel.queueDeclare(queue, true, false, false, null);
		}
	}

	int consumers(String queue) throws IOException {
		synchronized (this.channel) {
			return this.channel.queueDeclarePassive(queue).getConsumerCount();
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.getConnection().close();
	}

	/** Returns how many messages there were. */
	public int purge(String queue) throws IOException {
		synchronized (this.channel) {
			return this.channel.queuePurge(queue).getMessageCount();
		}
	}

}
