/** Something to know too much of. */
@NullMarked
package dev.onboard.mail.violations.messaging;

import org.jspecify.annotations.NullMarked;
