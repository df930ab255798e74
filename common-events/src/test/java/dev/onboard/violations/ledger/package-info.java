/** Breaks rules, to show that they can fail. */
@NullMarked
package dev.onboard.violations.ledger;

import org.jspecify.annotations.NullMarked;
