/**
 * The system with all it needs, as processes of this machine, and the clients that use
 * it.
 */
@NullMarked
package dev.onboard.faults.world;

import org.jspecify.annotations.NullMarked;
