/**
 * Adds a person to mail: the mailbox on the mail server, then the welcome mail. Knows no
 * AMQP and no mail server; each of those has a folder.
 */
@NullMarked
package dev.onboard.mail;

import org.jspecify.annotations.NullMarked;
