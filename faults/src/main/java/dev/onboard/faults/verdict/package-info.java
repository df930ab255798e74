/**
 * What came out: figures and broken promises, from the record, the API, the broker, the
 * database and the logs.
 */
@NullMarked
package dev.onboard.faults.verdict;

import org.jspecify.annotations.NullMarked;
