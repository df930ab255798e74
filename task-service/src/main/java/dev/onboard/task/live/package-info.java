/**
 * Tells open pages at once whose page has changed, whichever replica changed it. A page
 * asks for the rest itself, so nothing here has to be kept; what many ask for at the same
 * moment is made once. Knows no AMQP.
 */
@NullMarked
package dev.onboard.task.live;

import org.jspecify.annotations.NullMarked;
