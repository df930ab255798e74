/**
 * Hears what the other services report, translates, and calls one use case.
 */
@NullMarked
package dev.onboard.task.messaging;

import org.jspecify.annotations.NullMarked;
