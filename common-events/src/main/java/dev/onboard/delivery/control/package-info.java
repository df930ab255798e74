/**
 * What must not wait while a target is paused: that it goes on, and what somebody decided
 * about a step by hand.
 */
@NullMarked
package dev.onboard.delivery.control;

import org.jspecify.annotations.NullMarked;
