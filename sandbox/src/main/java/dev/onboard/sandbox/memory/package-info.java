/**
 * What the sandbox remembers while it runs; nothing here is written to disk.
 */
@NullMarked
package dev.onboard.sandbox.memory;

import org.jspecify.annotations.NullMarked;
