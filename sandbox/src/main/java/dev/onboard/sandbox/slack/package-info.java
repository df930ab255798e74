/**
 * Slack's incoming webhooks, answered as Slack answers them, errors on demand included.
 * Nothing here knows the mail server or the page.
 */
@NullMarked
package dev.onboard.sandbox.slack;

import org.jspecify.annotations.NullMarked;
