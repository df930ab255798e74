/**
 * The hand-over of a mailbox to its owner: links, the mail that brings one, and the page
 * that it opens. What is typed there goes to the mail server and nowhere else.
 */
@NullMarked
package dev.onboard.mail.activation;

import org.jspecify.annotations.NullMarked;
