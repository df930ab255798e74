/**
 * Who may do what: API tokens, their roles, and the sign-in of the console with a token.
 * Knows no people and no REST API; whoever shows tokens asks {@code Tokens}.
 */
@NullMarked
package dev.onboard.task.access;

import org.jspecify.annotations.NullMarked;
