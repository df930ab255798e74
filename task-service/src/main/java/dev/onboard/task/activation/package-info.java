/**
 * How far somebody is with the link by which they choose their password.
 */
@NullMarked
package dev.onboard.task.activation;

import org.jspecify.annotations.NullMarked;
