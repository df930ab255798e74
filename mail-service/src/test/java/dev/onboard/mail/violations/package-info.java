/** Each class here breaks one rule of the architecture tests. */
@NullMarked
package dev.onboard.mail.violations;

import org.jspecify.annotations.NullMarked;
