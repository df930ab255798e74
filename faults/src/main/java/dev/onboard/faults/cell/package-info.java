/**
 * What is done to the world, one cell a fault. No judgement here.
 */
@NullMarked
package dev.onboard.faults.cell;

import org.jspecify.annotations.NullMarked;
