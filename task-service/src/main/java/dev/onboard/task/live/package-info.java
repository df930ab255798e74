/**
 * Tells open pages at once whose page has changed, whichever replica changed it. A page
 * asks for the rest itself, so nothing here has to be kept. Knows no AMQP.
 */
@NullMarked
package dev.onboard.task.live;

import org.jspecify.annotations.NullMarked;
