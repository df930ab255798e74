package dev.onboard.mail.violations.messaging;

public record Orders() {
}
