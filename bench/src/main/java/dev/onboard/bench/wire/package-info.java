/**
 * HTTP/1.1 and SMTP with as little work as there can be, so that little is measured but
 * who is to be measured.
 */
@NullMarked
package dev.onboard.bench.wire;

import org.jspecify.annotations.NullMarked;
