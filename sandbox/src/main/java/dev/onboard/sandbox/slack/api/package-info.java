/**
 * The methods of Slack's Web API that a bot needs to keep cards in a channel. It knows
 * nothing of webhooks and of misbehaviour.
 */
@NullMarked
package dev.onboard.sandbox.slack.api;

import org.jspecify.annotations.NullMarked;
