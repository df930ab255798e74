/**
 * The processes that are measured: how they are started, told where everything is, and
 * ended.
 */
@NullMarked
package dev.onboard.bench.world;

import org.jspecify.annotations.NullMarked;
