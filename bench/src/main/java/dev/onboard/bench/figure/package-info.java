/**
 * What is measured: each figure puts the product beside something else.
 */
@NullMarked
package dev.onboard.bench.figure;

import org.jspecify.annotations.NullMarked;
