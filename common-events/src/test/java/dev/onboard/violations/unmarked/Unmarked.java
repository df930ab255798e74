package dev.onboard.violations.unmarked;

public record Unmarked() {
}
