/**
 * The world outside, of our own: servers for mail, Redmine and Slack that record what
 * took effect. Knows nothing of what is broken inside.
 */
@NullMarked
package dev.onboard.faults.outside;

import org.jspecify.annotations.NullMarked;
