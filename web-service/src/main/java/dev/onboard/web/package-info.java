/**
 * Adds a person to what the company uses besides mail: Redmine and Slack. Knows no AMQP
 * and no target; each of those has a folder.
 */
@NullMarked
package dev.onboard.web;

import org.jspecify.annotations.NullMarked;
