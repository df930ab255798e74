package dev.onboard.delivery.settling;

/** A queue that is measured though nobody listens to it. */
public record CountedQueue(String name) {
}
