/** Hears who was added to mail, translates, and calls one use case. */
@NullMarked
package dev.onboard.web.messaging;

import org.jspecify.annotations.NullMarked;
