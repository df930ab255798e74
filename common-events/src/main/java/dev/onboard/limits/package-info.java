/** How much is done for one client, so that there is something left for the others. */
@NullMarked
package dev.onboard.limits;

import org.jspecify.annotations.NullMarked;
