/**
 * The trace in which a person is added: what is sent on of it, and what is not.
 */
@NullMarked
package dev.onboard.delivery.tracing;

import org.jspecify.annotations.NullMarked;
