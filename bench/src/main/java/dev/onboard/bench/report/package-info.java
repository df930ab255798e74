/**
 * What is printed and kept of a run.
 */
@NullMarked
package dev.onboard.bench.report;

import org.jspecify.annotations.NullMarked;
