/**
 * That the cells can fail: programs with one promise broken on purpose, each of which
 * they have to find.
 */
@NullMarked
package dev.onboard.faults.mutant;

import org.jspecify.annotations.NullMarked;
