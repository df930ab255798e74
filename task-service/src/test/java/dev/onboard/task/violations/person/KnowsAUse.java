package dev.onboard.task.violations.person;

import dev.onboard.task.violations.imports.SaysItItself;

import org.springframework.stereotype.Component;

/** No class, so that no test makes a bean of it. */
@Component
public interface KnowsAUse {

	SaysItItself row();

}
