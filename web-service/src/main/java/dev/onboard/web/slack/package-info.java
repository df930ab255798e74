/**
 * Announces people in Slack: with a bot's token as a card that is edited as their steps
 * end, with an incoming webhook as a message.
 */
@NullMarked
package dev.onboard.web.slack;

import org.jspecify.annotations.NullMarked;
