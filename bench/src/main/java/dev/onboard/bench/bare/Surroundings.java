package dev.onboard.bench.bare;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

import com.rabbitmq.client.ConnectionFactory;

/**
 * Where everything is, as the environment of a forwarder tells it.
 *
 * @param role of the database, whose schema the tables are in
 */
record Surroundings(int brokerPort, String virtualHost, String user, String password, String databaseUrl, String role,
		int port, int mailPort, int smtpPort, int slackPort, String webhook) {

	static Surroundings of(Map<String, String> environment) {
		return new Surroundings(number(environment, "BROKER_PORT"), text(environment, "BROKER_VHOST"),
				text(environment, "BROKER_USER"), text(environment, "PASSWORD"), text(environment, "DATABASE_URL"),
				text(environment, "DATABASE_ROLE"), number(environment, "PORT"), number(environment, "MAIL_PORT"),
				number(environment, "SMTP_PORT"), number(environment, "SLACK_PORT"), text(environment, "WEBHOOK"));
	}

	private static String text(Map<String, String> environment, String name) {
		return Objects.requireNonNull(environment.get(name), name);
	}

	private static int number(Map<String, String> environment, String name) {
		return Integer.parseInt(text(environment, name));
	}

	/** Each thread has one of its own. */
	Connection database() throws SQLException {
		return DriverManager.getConnection(this.databaseUrl, this.role, this.password);
	}

	com.rabbitmq.client.Connection broker(java.util.concurrent.ExecutorService threads) throws Exception {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("127.0.0.1");
		factory.setPort(this.brokerPort);
		factory.setVirtualHost(this.virtualHost);
		factory.setUsername(this.user);
		factory.setPassword(this.password);
		return factory.newConnection(threads, "bare-" + this.role);
	}

}
