package dev.onboard.violations.mail;

public record Mailbox(String address) {
}
