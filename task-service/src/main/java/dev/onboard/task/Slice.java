package dev.onboard.task;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * Some of many, in their order.
 *
 * @param next where the next slice begins, null when this is the last one
 */
public record Slice<T>(List<T> items, @Nullable Long next) {

	/**
	 * The first ones of what was found.
	 * @param found one more than the limit, where there are more
	 * @param number by which they are in order
	 * @param pages what is shown of each
	 */
	public static <R, T> Slice<T> of(List<R> found, int limit, ToLongFunction<R> number,
			Function<List<R>, List<T>> pages) {
		boolean more = found.size() > limit;
		List<R> some = more ? found.subList(0, limit) : found;
		return new Slice<>(pages.apply(some), more ? number.applyAsLong(some.get(some.size() - 1)) : null);
	}

}
