package dev.onboard.task.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some imports, newest first.
 *
 * @param next where the next slice begins, null when this is the last one
 */
public record ImportSlice(List<ImportPage> imports, @Nullable Long next) {
}
