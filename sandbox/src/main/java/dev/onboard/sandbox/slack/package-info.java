/**
 * A Slack to try things against: incoming webhooks, the Web API and how each of them
 * misbehaves on demand. Nothing here knows the mail server or the page.
 */
@NullMarked
package dev.onboard.sandbox.slack;

import org.jspecify.annotations.NullMarked;
