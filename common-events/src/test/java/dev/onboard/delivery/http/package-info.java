/** The client on a target that does what no target should. */
@NullMarked
package dev.onboard.delivery.http;

import org.jspecify.annotations.NullMarked;
