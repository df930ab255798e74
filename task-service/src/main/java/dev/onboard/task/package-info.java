/**
 * Accepts people and knows how far each of them has come: use cases, state and settings,
 * without HTTP and without AMQP.
 */
@NullMarked
package dev.onboard.task;

import org.jspecify.annotations.NullMarked;
