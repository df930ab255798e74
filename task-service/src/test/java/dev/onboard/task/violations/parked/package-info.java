/** What a violator uses. */
@NullMarked
package dev.onboard.task.violations.parked;

import org.jspecify.annotations.NullMarked;
