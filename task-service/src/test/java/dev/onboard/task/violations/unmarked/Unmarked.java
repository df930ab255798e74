package dev.onboard.task.violations.unmarked;

public record Unmarked() {
}
