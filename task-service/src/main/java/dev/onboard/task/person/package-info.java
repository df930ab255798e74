/**
 * People, their steps and what happened to them, as they are kept: the tables, and what
 * may follow from what stands there.
 */
@NullMarked
package dev.onboard.task.person;

import org.jspecify.annotations.NullMarked;
