/**
 * The words on the wire: one record per event, and how it is written as JSON. Wire names
 * are stable and never those of a Java class. What a service does with an event does not
 * belong here.
 */
@NullMarked
package dev.onboard.events;

import org.jspecify.annotations.NullMarked;
