/**
 * The whole of it as its users meet it: the services are processes, and so are the
 * broker, the database and the world outside. Nothing here knows how a service works
 * inside.
 */
@NullMarked
package dev.onboard.story;

import org.jspecify.annotations.NullMarked;
