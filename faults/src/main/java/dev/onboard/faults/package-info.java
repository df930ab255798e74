/**
 * Everything is broken on purpose while people arrive, and what was lost or doubled is
 * counted: what the promises are worth. No part of the product.
 */
@NullMarked
package dev.onboard.faults;

import org.jspecify.annotations.NullMarked;
