package dev.onboard.task.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some rows of an import, in the order of the file.
 *
 * @param next after which line the next slice begins, null when this is the last one
 */
public record RowSlice(List<RowPage> rows, @Nullable Integer next) {
}
