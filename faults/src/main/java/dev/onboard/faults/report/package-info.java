/**
 * What is printed and kept of a run.
 */
@NullMarked
package dev.onboard.faults.report;

import org.jspecify.annotations.NullMarked;
