package dev.onboard.task.violations.alert;

import dev.onboard.task.violations.person.KnowsAUse;

public record WritesARow(KnowsAUse row) {
}
