/**
 * Which login and address somebody can have: suggests one for a name of any script, and
 * asks whether it is free. Whoever adds somebody has the last word.
 */
@NullMarked
package dev.onboard.task.naming;

import org.jspecify.annotations.NullMarked;
