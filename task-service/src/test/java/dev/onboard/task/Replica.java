package dev.onboard.task;

import java.util.Map;

import dev.onboard.testing.Broker;
import dev.onboard.testing.Database;
import dev.onboard.testing.Project;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One more task-service beside the one under test, with the same broker and database. */
public final class Replica implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	/**
	 * @param settings besides those that are needed
	 */
	public Replica(Map<String, Object> settings) {
		this.context = new SpringApplicationBuilder(TaskServiceApplication.class).properties(settings)
			.run("--server.port=0", "--management.server.port=0", "--ONBOARD_ADMIN_TOKEN=" + Api.ADMIN_TOKEN,
					"--TASK_KEY=0123456789-0123456789-0123456789", "--spring.rabbitmq.port=" + Broker.shared().port(),
					"--spring.rabbitmq.password=" + Project.PASSWORD,
					"--spring.datasource.url=" + Database.shared().url(),
					"--spring.datasource.password=" + Project.PASSWORD);
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public Api api() {
		return new Api(this::port, this::managementPort);
	}

	private int managementPort() {
		return this.context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
