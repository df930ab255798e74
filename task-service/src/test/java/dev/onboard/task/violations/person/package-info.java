/** Breaks a rule of {@code TaskArchitecture}, so that it is seen to be able to fail. */
@NullMarked
package dev.onboard.task.violations.person;

import org.jspecify.annotations.NullMarked;
