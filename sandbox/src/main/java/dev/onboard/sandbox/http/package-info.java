/**
 * The sandbox's small HTTP layer over the JDK's server: routes, requests, answers,
 * problem details. It knows nothing of what is served.
 */
@NullMarked
package dev.onboard.sandbox.http;

import org.jspecify.annotations.NullMarked;
