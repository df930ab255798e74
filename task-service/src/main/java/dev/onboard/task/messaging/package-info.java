/**
 * Hears what the other services report, translates, and calls one use case. Asks and
 * tells aside what a step never waits for.
 */
@NullMarked
package dev.onboard.task.messaging;

import org.jspecify.annotations.NullMarked;
