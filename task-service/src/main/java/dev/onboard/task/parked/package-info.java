/**
 * Messages that nobody could handle: kept, shown, published again or discarded by a
 * human.
 */
@NullMarked
package dev.onboard.task.parked;

import org.jspecify.annotations.NullMarked;
