package dev.onboard.task.violations.naming;

import dev.onboard.events.AddressQuestion;

public record AsksSomebody(AddressQuestion question) {
}
