/**
 * The systems in which people get accounts: whether they take any just now, what was said
 * of that, and how one goes on.
 */
@NullMarked
package dev.onboard.task.targets;

import org.jspecify.annotations.NullMarked;
