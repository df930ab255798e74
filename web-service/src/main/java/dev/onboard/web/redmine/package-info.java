/**
 * Gives people an account in Redmine, and there the groups and projects of their role.
 */
@NullMarked
package dev.onboard.web.redmine;

import org.jspecify.annotations.NullMarked;
