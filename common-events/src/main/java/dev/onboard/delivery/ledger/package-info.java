/**
 * What was done to whom, and how a step is carried through: <em>take the lease → effect →
 * one transaction {ledger, outbox}</em>, then the message may be acknowledged. Knows no
 * AMQP and no target.
 */
@NullMarked
package dev.onboard.delivery.ledger;

import org.jspecify.annotations.NullMarked;
