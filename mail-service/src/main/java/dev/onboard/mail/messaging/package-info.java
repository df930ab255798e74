/** Hears who is to be added to mail, translates, and calls one use case. */
@NullMarked
package dev.onboard.mail.messaging;

import org.jspecify.annotations.NullMarked;
