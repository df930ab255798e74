/**
 * What is known of people goes again: by its age, and when a person asks to be erased.
 * What must stay so that a late repeat does nothing are keys and results; no names and no
 * words.
 */
@NullMarked
package dev.onboard.delivery.forgetting;

import org.jspecify.annotations.NullMarked;
