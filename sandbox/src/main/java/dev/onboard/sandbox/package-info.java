/**
 * An outside world to try Onboard against: a mail server, a Slack, and one page that
 * shows what reached them. Here belongs what starts and stops it all; what each part does
 * is in its own package.
 */
@NullMarked
package dev.onboard.sandbox;

import org.jspecify.annotations.NullMarked;
