package dev.onboard.web.violations.unmarked;

public record Unmarked() {
}
