package dev.onboard.task.violations.parked;

public record Letter() {
}
