/**
 * Connections that can be cut, silenced, or stopped at a certain frame.
 */
@NullMarked
package dev.onboard.faults.link;

import org.jspecify.annotations.NullMarked;
