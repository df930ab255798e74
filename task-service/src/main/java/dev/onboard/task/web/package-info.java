/**
 * The REST API: reads requests, calls one use case, answers. Every error becomes an RFC
 * 9457 problem here, and only here.
 */
@NullMarked
package dev.onboard.task.web;

import org.jspecify.annotations.NullMarked;
