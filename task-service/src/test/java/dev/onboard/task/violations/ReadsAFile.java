package dev.onboard.task.violations;

import dev.onboard.task.violations.imports.SaysItItself;

public record ReadsAFile(SaysItItself row) {
}
