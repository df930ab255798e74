/**
 * The mail server: a real Apache James in this process, and the record of every mail that
 * it took. Nothing here knows Slack or the page.
 */
@NullMarked
package dev.onboard.sandbox.mail;

import org.jspecify.annotations.NullMarked;
