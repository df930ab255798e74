/**
 * How far everybody is, in numbers: for whoever watches the system and not a person.
 */
@NullMarked
package dev.onboard.task.metrics;

import org.jspecify.annotations.NullMarked;
