@NullMarked
package dev.onboard.faults.link;

import org.jspecify.annotations.NullMarked;
