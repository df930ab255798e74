/**
 * People who want to be forgotten.
 */
@NullMarked
package dev.onboard.task.erasing;

import org.jspecify.annotations.NullMarked;
