package dev.onboard.task.violations.console;

import dev.onboard.task.violations.web.SaysAnEvent;

public record CallsTheApi(SaysAnEvent api) {
}
