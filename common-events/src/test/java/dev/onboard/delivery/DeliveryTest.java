package dev.onboard.delivery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/** A test of the mechanism on the real broker and the real database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DeliveryTestApplication.class,
		properties = { "spring.application.name=mail-service", "spring.config.import=classpath:delivery.yml",
				"spring.datasource.username=mail", "spring.rabbitmq.username=mail",
				"spring.flyway.locations=classpath:db/delivery", "onboard.delivery.retry.delays=200ms",
				"onboard.delivery.retry.max-attempts=3" })
public @interface DeliveryTest {

}
