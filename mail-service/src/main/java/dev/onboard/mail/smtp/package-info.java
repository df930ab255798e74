/** Hands mails over by SMTP, and says what the replies mean. */
@NullMarked
package dev.onboard.mail.smtp;

import org.jspecify.annotations.NullMarked;
