package dev.onboard.task.web;

import java.util.HashMap;
import java.util.Map;

import dev.onboard.task.Slice;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/** A part of a list: how long it may be, and where the next one is. */
final class Part {

	private static final int LONGEST = 200;

	private final UriComponentsBuilder uri;

	private final Map<String, Object> values = new HashMap<>();

	/**
	 * Of the list at this path.
	 * @throws InvalidRequestException if it may not be so long
	 */
	Part(String path, int limit) {
		if (limit < 1 || limit > LONGEST) {
			throw InvalidRequestException.of("limit", "must be from 1 to " + LONGEST);
		}
		this.uri = UriComponentsBuilder.fromPath(path).queryParam("after", "{after}").queryParam("limit", limit);
	}

	/**
	 * The next one is asked for with this parameter, too.
	 * @param value null for not at all
	 */
	Part with(String parameter, @Nullable Object value) {
		if (value != null) {
			this.uri.queryParam(parameter, "{" + parameter + "}");
			this.values.put(parameter, value);
		}
		return this;
	}

	/** The path of the next one, null if this is the last. */
	@Nullable String next(Slice<?> slice) {
		if (slice.next() == null) {
			return null;
		}
		this.values.put("after", slice.next());
		return this.uri.encode().buildAndExpand(this.values).toUriString();
	}

}
