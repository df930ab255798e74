package dev.onboard.task.imports;

import dev.onboard.task.NewPerson;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in a file.
 *
 * @param line where it begins
 * @param person with an empty text for each field that is missing and must not be
 * @param flaw why nobody can tell who is meant; null if that is clear
 */
record FileRow(int line, NewPerson person, @Nullable String flaw) {
}
