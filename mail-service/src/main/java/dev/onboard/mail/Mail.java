package dev.onboard.mail;

/**
 * One mail to one person.
 *
 * @param kind as people call it, such as {@code welcome}
 * @param id the part of its Message-ID before the {@code @}; the same each time that it
 * is sent
 * @param address where it goes
 * @param name of whom it is for; may hold anything
 */
public record Mail(String kind, String id, String address, String name, MailTemplate words) {
}
