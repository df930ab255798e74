/**
 * People out of a file: read and judged row by row before anything is done, then accepted
 * one after the other in the background. Knows files and rows, no HTTP and no AMQP; who
 * is accepted is accepted by the use case of everybody.
 */
@NullMarked
package dev.onboard.task.imports;

import org.jspecify.annotations.NullMarked;
