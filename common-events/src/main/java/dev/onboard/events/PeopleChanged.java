package dev.onboard.events;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * {@code people.changed}: pages of people are not as they were, for whoever shows them.
 *
 * @param people whose; empty where it may be anybody's
 */
public record PeopleChanged(Set<UUID> people) implements Aside {

	public static final String TYPE = "people.changed";

	public static final PeopleChanged ANYBODY = new PeopleChanged(Set.of());

	public PeopleChanged {
		people = Set.copyOf(Objects.requireNonNull(people, "people is missing"));
	}

	@Override
	public String type() {
		return TYPE;
	}

}
