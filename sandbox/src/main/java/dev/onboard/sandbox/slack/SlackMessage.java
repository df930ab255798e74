package dev.onboard.sandbox.slack;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was posted to a webhook.
 *
 * @param at when it came
 * @param path the webhook it was posted to
 * @param text its plain text; empty if there is none
 * @param payload all that was sent
 */
public record SlackMessage(Instant at, String path, String text, JsonNode payload) {
}
