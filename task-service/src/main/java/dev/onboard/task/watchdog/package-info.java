/**
 * Steps that have been silent for too long are asked for again.
 */
@NullMarked
package dev.onboard.task.watchdog;

import org.jspecify.annotations.NullMarked;
