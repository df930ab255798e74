package dev.onboard.bench.world;

import java.util.HashMap;
import java.util.Map;

import dev.onboard.bench.outside.Outside;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Ports;
import dev.onboard.testing.Project;

/** What the programs are told: where everything is, and but for one setting no more. */
final class Environment {

	static final String ADMIN_TOKEN = "the-administrators-token-while-all-is-measured";

	private static final String MAIL_KEY = "the key of the mail-service while all is measured";

	private static final String TASK_KEY = "the key of the task-service while all is measured";

	private Environment() {
	}

	/**
	 * Of a service, which keeps all its defaults but the pace of posts, which limits by
	 * design.
	 */
	static Map<String, String> ofService(Broker broker, Database database, Outside outside, int port,
			int managementPort) {
		Map<String, String> environment = new HashMap<>();
		environment.put("SERVER_PORT", Integer.toString(port));
		environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
		environment.put("SPRING_DATASOURCE_URL", database.url());
		environment.put("SPRING_DATASOURCE_PASSWORD", Project.PASSWORD);
		environment.put("SPRING_RABBITMQ_HOST", "127.0.0.1");
		environment.put("SPRING_RABBITMQ_PORT", Integer.toString(broker.port()));
		environment.put("SPRING_RABBITMQ_PASSWORD", Project.PASSWORD);
		environment.put("ONBOARD_SLACK_PACE", "1ms");
		environment.put("MAIL_KEY", MAIL_KEY);
		environment.put("TASK_KEY", TASK_KEY);
		environment.put("ONBOARD_ADMIN_TOKEN", ADMIN_TOKEN);
		environment.put("JAMES_WEBADMIN_URL", "http://127.0.0.1:" + outside.mailPort());
		environment.put("SMTP_HOST", "127.0.0.1");
		environment.put("SMTP_PORT", Integer.toString(outside.smtpPort()));
		environment.put("SLACK_WEBHOOK_URL", "http://127.0.0.1:" + outside.slackPort() + Outside.WEBHOOK);
		return environment;
	}

	/** Of a service while its image is made: nobody is there. */
	static Map<String, String> ofTraining(int port, int managementPort) {
		String nobody = Integer.toString(Ports.free());
		return Map.of("SERVER_PORT", Integer.toString(port), "MANAGEMENT_SERVER_PORT", Integer.toString(managementPort),
				"SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + nobody + "/onboard", "SPRING_RABBITMQ_PORT",
				nobody, "MAIL_KEY", MAIL_KEY, "TASK_KEY", TASK_KEY, "ONBOARD_ADMIN_TOKEN", ADMIN_TOKEN);
	}

	static Map<String, String> ofForwarder(Broker broker, Database database, Outside outside, int port, String role) {
		Map<String, String> environment = new HashMap<>();
		environment.put("BROKER_PORT", Integer.toString(broker.port()));
		environment.put("BROKER_VHOST", OtherHost.NAME);
		environment.put("BROKER_USER", Queues.USER);
		environment.put("PASSWORD", Project.PASSWORD);
		environment.put("DATABASE_URL", database.url());
		environment.put("DATABASE_ROLE", role);
		environment.put("PORT", Integer.toString(port));
		environment.put("MAIL_PORT", Integer.toString(outside.mailPort()));
		environment.put("SMTP_PORT", Integer.toString(outside.smtpPort()));
		environment.put("SLACK_PORT", Integer.toString(outside.slackPort()));
		environment.put("WEBHOOK", Outside.WEBHOOK);
		return environment;
	}

	static Map<String, String> ofChain(Broker broker, Outside outside) {
		return Map.of("BROKER_URL",
				"amqp://%s:%s@127.0.0.1:%d/%s".formatted(Queues.USER, Project.PASSWORD, broker.port(), OtherHost.NAME),
				"MAIL_PORT", Integer.toString(outside.mailPort()), "SMTP_PORT", Integer.toString(outside.smtpPort()),
				"SLACK_PORT", Integer.toString(outside.slackPort()), "WEBHOOK", Outside.WEBHOOK, "PYTHONPATH", "chain",
				"PYTHONDONTWRITEBYTECODE", "1");
	}

}
