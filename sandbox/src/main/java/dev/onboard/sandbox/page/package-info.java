/**
 * The page for people: Slack posts, mailboxes and mails as HTML. It reads the other
 * packages and changes nothing.
 */
@NullMarked
package dev.onboard.sandbox.page;

import org.jspecify.annotations.NullMarked;
