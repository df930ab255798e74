@NullMarked
package dev.onboard.faults.cell;

import org.jspecify.annotations.NullMarked;
