package dev.onboard.task.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.onboard.task.Api;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.testing.Browser;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/** A test of the console, over HTTP or in a browser, which starts when it is used. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TaskServiceTest
@Import({ Pages.class, Company.class, ConsoleTest.Parts.class })
@interface ConsoleTest {

	/** What is no component by itself. */
	@TestConfiguration
	class Parts {

		@Bean
		@Lazy
		Browser browser(Pages pages) {
			return new Browser(pages::address, Api.ADMIN_TOKEN);
		}

	}

}
