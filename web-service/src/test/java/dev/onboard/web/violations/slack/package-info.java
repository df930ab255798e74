/** An adapter that knows too much. */
@NullMarked
package dev.onboard.web.violations.slack;

import org.jspecify.annotations.NullMarked;
