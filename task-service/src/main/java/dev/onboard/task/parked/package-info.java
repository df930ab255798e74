/**
 * Messages that nobody could read: kept, shown, published again or deleted by a human.
 */
@NullMarked
package dev.onboard.task.parked;

import org.jspecify.annotations.NullMarked;
