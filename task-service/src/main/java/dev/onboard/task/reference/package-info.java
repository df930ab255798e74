/**
 * What the API is, as OpenAPI says it: made from the routes, the records and their
 * Javadoc, and from the rules of who may. Whatever is true of every operation is said
 * here, once; nothing here answers a request of the API.
 */
@NullMarked
package dev.onboard.task.reference;

import org.jspecify.annotations.NullMarked;
