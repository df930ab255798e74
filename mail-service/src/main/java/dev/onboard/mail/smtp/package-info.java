/** The welcome mail, over SMTP. */
@NullMarked
package dev.onboard.mail.smtp;

import org.jspecify.annotations.NullMarked;
