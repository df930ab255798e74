/** An adapter that knows too much. */
@NullMarked
package dev.onboard.mail.violations.james;

import org.jspecify.annotations.NullMarked;
