/** Announces people in Slack, through an incoming webhook. */
@NullMarked
package dev.onboard.web.slack;

import org.jspecify.annotations.NullMarked;
