/**
 * The one mechanism that carries a step of a person through, once, whatever crashes:
 * <em>take the lease → effect → one transaction {ledger, outbox} → acknowledge</em>. This
 * room holds the ledger and the failure policy; it knows no AMQP and no target.
 */
@NullMarked
package dev.onboard.delivery;

import org.jspecify.annotations.NullMarked;
