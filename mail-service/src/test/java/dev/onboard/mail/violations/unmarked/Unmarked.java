package dev.onboard.mail.violations.unmarked;

public record Unmarked() {
}
