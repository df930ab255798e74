/**
 * How every target is called over HTTP, and what its trouble means where that is the same
 * for all of them.
 */
@NullMarked
package dev.onboard.delivery.http;

import org.jspecify.annotations.NullMarked;
