/**
 * Accepts people and knows how far each of them has come: the use cases and the settings,
 * without HTTP and without AMQP. What is kept, and what else is done about people, have
 * rooms of their own.
 */
@NullMarked
package dev.onboard.task;

import org.jspecify.annotations.NullMarked;
