@NullMarked
package dev.onboard.faults.outside;

import org.jspecify.annotations.NullMarked;
