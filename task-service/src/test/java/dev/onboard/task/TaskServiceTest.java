package dev.onboard.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.onboard.testing.Infrastructure;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A test of the whole task-service on the real broker and the real database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "TASK_KEY=0123456789-0123456789-0123456789", "ONBOARD_ADMIN_TOKEN=" + Api.ADMIN_TOKEN,
				"onboard.roles.developer.mail.quota=5GB", "onboard.roles.designer.redmine.groups=Designers",
				"onboard.delivery.figures=500ms",
				// Nobody here ever gets a mailbox.
				"onboard.imports.backlog=10000000" })
@Import(TaskServiceTest.Parts.class)
public @interface TaskServiceTest {

	/** What every such test needs. */
	@TestConfiguration
	class Parts {

		@Bean
		DynamicPropertyRegistrar infrastructure() {
			return Infrastructure::register;
		}

		@Bean
		Api api(Environment environment) {
			return new Api(() -> environment.getRequiredProperty("local.server.port", Integer.class),
					() -> environment.getRequiredProperty("local.management.port", Integer.class));
		}

	}

}
