/**
 * Texts with placeholders that are filled at run time: James's configuration and the
 * page.
 */
@NullMarked
package dev.onboard.sandbox.template;

import org.jspecify.annotations.NullMarked;
