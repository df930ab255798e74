/**
 * What must be published: written in the transaction of the state that it follows from,
 * published by the relay as often as needed until the broker has confirmed it.
 */
@NullMarked
package dev.onboard.delivery.outbox;

import org.jspecify.annotations.NullMarked;
