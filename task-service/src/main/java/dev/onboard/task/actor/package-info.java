/**
 * Who asks for what is being done.
 */
@NullMarked
package dev.onboard.task.actor;

import org.jspecify.annotations.NullMarked;
