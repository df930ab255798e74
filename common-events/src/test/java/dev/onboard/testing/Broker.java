package dev.onboard.testing;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

/** A RabbitMQ with the topology of {@code rabbitmq/}. */
public interface Broker {

	int port();

	int managementPort();

	/** kill -9. */
	void crash();

	/** Again, with its data, on the same ports; returns when it serves. */
	void start();

	/**
	 * What {@code rabbitmqctl} prints.
	 * @throws IllegalStateException if it fails
	 */
	String ctl(String... arguments);

	/** What it has logged, at least since it was started the last time but one. */
	String log();

	/** A connection as one of the users, for tests that speak AMQP themselves. */
	default Connection connect(String user) throws Exception {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("localhost");
		factory.setPort(port());
		factory.setUsername(user);
		factory.setPassword(Project.PASSWORD);
		factory.setAutomaticRecoveryEnabled(false);
		return factory.newConnection("test");
	}

	/** The broker of this test run: the machine's, or a container's. */
	static Broker shared() {
		return Shared.BROKER;
	}

	/** Started with the first test that needs it. */
	final class Shared {

		private static final Broker BROKER = Boolean.getBoolean("onboard.containers") ? new ContainerBroker()
				: new LocalBroker();

		private Shared() {
		}

	}

}
