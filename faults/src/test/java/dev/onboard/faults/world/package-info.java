@NullMarked
package dev.onboard.faults.world;

import org.jspecify.annotations.NullMarked;
