/**
 * Receives messages and settles each exactly once. What a message means is not known
 * here; what becomes of it when things go wrong is known only here.
 */
@NullMarked
package dev.onboard.delivery.settling;

import org.jspecify.annotations.NullMarked;
