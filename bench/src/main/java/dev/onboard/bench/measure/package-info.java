/**
 * What a block of a measurement takes, and what many blocks come to. Knows nothing of
 * what is measured.
 */
@NullMarked
package dev.onboard.bench.measure;

import org.jspecify.annotations.NullMarked;
