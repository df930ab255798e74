/** Breaks a rule of {@code TaskArchitecture}, so that it is seen to be able to fail. */
@NullMarked
package dev.onboard.task.violations.alert;

import org.jspecify.annotations.NullMarked;
