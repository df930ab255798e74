/** Something to know too much of. */
@NullMarked
package dev.onboard.web.violations.messaging;

import org.jspecify.annotations.NullMarked;
