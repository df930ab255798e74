package dev.onboard.task.imports;

import dev.onboard.task.NewPerson;

/**
 * A row as it stands in a file.
 *
 * @param line where it begins
 * @param person with an empty text for each field that is missing and must not be
 */
record FileRow(int line, NewPerson person) {
}
