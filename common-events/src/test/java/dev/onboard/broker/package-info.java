/** What {@code rabbitmq/} promises of the running broker. */
@NullMarked
package dev.onboard.broker;

import org.jspecify.annotations.NullMarked;
