package dev.onboard.task.naming;

/**
 * What is known of an address at this moment; nothing is reserved by it.
 *
 * @param words for people: who or what has it, or why nobody knows. Names of people and
 * of addresses are in it, so it is to be shown as text
 */
public record AddressAnswer(Availability availability, String words) {
}
