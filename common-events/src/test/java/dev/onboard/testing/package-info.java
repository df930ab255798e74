/**
 * The real broker, the real database and the sandbox, for tests: started once per test
 * run on free ports, stopped with it. No test replaces them with something else.
 */
@NullMarked
package dev.onboard.testing;

import org.jspecify.annotations.NullMarked;
