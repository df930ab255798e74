/**
 * The same hops without a framework: what a bare client of RabbitMQ and plain JDBC take
 * for the same messages, rows and calls. Each hop is a process. Nothing here survives a
 * failure: it is a yardstick, no product.
 */
@NullMarked
package dev.onboard.bench.bare;

import org.jspecify.annotations.NullMarked;
