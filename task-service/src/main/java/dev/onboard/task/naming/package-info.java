/**
 * Suggests a login for a name of any script. Whoever adds somebody has the last word.
 */
@NullMarked
package dev.onboard.task.naming;

import org.jspecify.annotations.NullMarked;
