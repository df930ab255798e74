/** Mailboxes on Apache James, through its WebAdmin. */
@NullMarked
package dev.onboard.mail.james;

import org.jspecify.annotations.NullMarked;
