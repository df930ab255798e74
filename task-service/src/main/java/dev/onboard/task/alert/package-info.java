/**
 * Tells people outside that a target was paused, or works again: log, metrics and
 * webhook, each on its own and after what they tell of is durable. A service that ends in
 * between may leave one untold.
 */
@NullMarked
package dev.onboard.task.alert;

import org.jspecify.annotations.NullMarked;
