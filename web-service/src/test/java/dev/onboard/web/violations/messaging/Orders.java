package dev.onboard.web.violations.messaging;

public record Orders() {
}
