package dev.onboard.testing;

import java.util.function.Supplier;

import org.springframework.test.context.DynamicPropertyRegistry;

/** Points an application under test at the broker and the database of this run. */
public final class Infrastructure {

	private Infrastructure() {
	}

	public static void register(DynamicPropertyRegistry properties) {
		Supplier<Object> password = () -> Project.PASSWORD;
		properties.add("spring.rabbitmq.port", () -> Broker.shared().port());
		properties.add("spring.rabbitmq.password", password);
		properties.add("spring.datasource.url", () -> Database.shared().url());
		properties.add("spring.datasource.password", password);
	}

}
