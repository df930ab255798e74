package dev.onboard.task.violations.access;

import dev.onboard.task.violations.web.SaysAnEvent;

public record AsksTheWeb(SaysAnEvent asked) {
}
