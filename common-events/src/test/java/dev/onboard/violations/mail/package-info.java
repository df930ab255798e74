/** Breaks rules, to show that they can fail. */
@NullMarked
package dev.onboard.violations.mail;

import org.jspecify.annotations.NullMarked;
