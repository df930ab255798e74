package dev.onboard.sandbox.mail;

/**
 * A person's account on the mail server.
 *
 * @param address the account's address
 * @param messages in all its folders; 0 also when it has no folder yet
 */
public record Mailbox(String address, long messages) {
}
