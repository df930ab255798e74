package dev.onboard.task.person;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/**
 * Which people to list, newest first.
 *
 * @param state only these; null for all
 * @param search part of a name, login or address, in any case; null for all
 * @param after where the slice before says that this one begins; null for the newest
 * @param limit most people in the slice
 */
public record Filter(@Nullable PersonState state, @Nullable String search, @Nullable Long after, int limit) {

	public Filter {
		// As names are kept.
		search = (search != null) ? Normalizer.normalize(search, Normalizer.Form.NFC) : null;
	}

}
