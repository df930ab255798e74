/**
 * Mail server and Slack that answer at once from memory, and count what they were asked
 * to do.
 */
@NullMarked
package dev.onboard.bench.outside;

import org.jspecify.annotations.NullMarked;
