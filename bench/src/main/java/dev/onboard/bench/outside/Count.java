package dev.onboard.bench.outside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import dev.onboard.bench.outside.Effects.Kind;

/** Looks for everybody who was accepted in what was done outside. */
public final class Count {

	private Count() {
	}

	/** As the other one, where nothing may be done once more. */
	public static List<String> wrong(Collection<String> accepted, Collection<String> refused, Effects effects) {
		return wrong(accepted, refused, effects, 0);
	}

	/**
	 * Who was lost or doubled, in words; empty if each thing was done once for each of
	 * them, and for nobody else.
	 * @param refused nobody was told whether they were accepted, so it may be done for
	 * them, too
	 * @param repeats how many mails may have been sent once more, by design, because a
	 * crash came between the call and its record
	 */
	public static List<String> wrong(Collection<String> accepted, Collection<String> refused, Effects effects,
			long repeats) {
		List<String> wrong = new ArrayList<>();
		for (Kind kind : Kind.values()) {
			accepted.stream()
				.filter((login) -> effects.count(kind, login) == 0)
				.forEach((login) -> wrong.add("lost: %s has no %s".formatted(login, kind)));
			List<String> doubled = new ArrayList<>();
			Stream.concat(accepted.stream(), refused.stream())
				.forEach((login) -> repeat("doubled: %s has more than one %s".formatted(login, kind),
						effects.count(kind, login) - 1, doubled));
			long known = accepted.size() + refused.stream().filter((login) -> effects.count(kind, login) > 0).count();
			long strangers = effects.people(kind) - known;
			if (wrong.isEmpty() && strangers != 0) {
				wrong.add("%s was done for %d people whom nobody accepted".formatted(kind, strangers));
			}
			if (doubled.size() > ((kind == Kind.MAIL) ? repeats : 0)) {
				wrong.addAll(doubled);
			}
		}
		return wrong.isEmpty() && accepted.isEmpty() ? List.of("nobody was accepted") : wrong;
	}

	private static void repeat(String words, int times, List<String> to) {
		for (int time = 0; time < times; time++) {
			to.add(words);
		}
	}

}
