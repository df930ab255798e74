package dev.onboard.task.violations.person;

import dev.onboard.task.violations.imports.SaysItItself;

import org.springframework.stereotype.Component;

@Component
public record KnowsAUse(SaysItItself row) {
}
