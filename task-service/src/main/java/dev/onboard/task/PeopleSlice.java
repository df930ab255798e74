package dev.onboard.task;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some people, newest first.
 *
 * @param next where the next slice begins, null when this is the last one
 */
public record PeopleSlice(List<PersonPage> people, @Nullable Long next) {
}
