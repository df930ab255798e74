/** Breaks rules, to show that they can fail. */
@NullMarked
package dev.onboard.violations.events;

import org.jspecify.annotations.NullMarked;
