package dev.onboard.task.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.onboard.task.TaskServiceTest;

import org.springframework.context.annotation.Import;

/** A test of the console, over HTTP or in a browser, which starts when it is used. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TaskServiceTest
@Import({ Pages.class, Company.class, Browser.class })
@interface ConsoleTest {

}
