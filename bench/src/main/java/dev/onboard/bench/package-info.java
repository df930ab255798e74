/**
 * How fast the product is beside what could be used instead: both are measured in turn on
 * one machine, and everybody is counted. No part of the product.
 */
@NullMarked
package dev.onboard.bench;

import org.jspecify.annotations.NullMarked;
