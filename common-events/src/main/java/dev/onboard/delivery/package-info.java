/**
 * The one mechanism that carries a step of a person through, once, whatever crashes:
 * {@code settling} receives, {@code ledger} sees that nothing is done twice,
 * {@code outbox} that nothing is lost on the way out, {@code http} calls targets. Here
 * stands what all of them share.
 */
@NullMarked
package dev.onboard.delivery;

import org.jspecify.annotations.NullMarked;
