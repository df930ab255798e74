/**
 * Pauses a target that fails whomever it is asked for, and lets it go on when it works
 * again; shared by the replicas of a service. How listeners are stopped is not known
 * here.
 */
@NullMarked
package dev.onboard.delivery.circuit;

import org.jspecify.annotations.NullMarked;
