package dev.onboard.bench.outside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.onboard.bench.outside.Effects.Kind;

/** Looks for everybody who was accepted in what was done outside. */
public final class Count {

	private Count() {
	}

	/**
	 * Who was lost or doubled, in words; empty if each thing was done once for each of
	 * them, and for nobody else.
	 * @param refused nobody was told whether they were accepted, so it may be done for
	 * them, too
	 */
	public static List<String> wrong(Collection<String> accepted, Collection<String> refused, Effects effects) {
		List<String> wrong = new ArrayList<>();
		for (Kind kind : Kind.values()) {
			accepted.forEach((login) -> {
				int count = effects.count(kind, login);
				if (count != 1) {
					wrong.add((count == 0 ? "lost: %s has no %s" : "doubled: %s has more than one %s").formatted(login,
							kind));
				}
			});
			refused.stream()
				.filter((login) -> effects.count(kind, login) > 1)
				.forEach((login) -> wrong.add("doubled: %s has more than one %s".formatted(login, kind)));
			long known = accepted.size() + refused.stream().filter((login) -> effects.count(kind, login) > 0).count();
			long strangers = effects.people(kind) - known;
			if (wrong.isEmpty() && strangers != 0) {
				wrong.add("%s was done for %d people whom nobody accepted".formatted(kind, strangers));
			}
		}
		return wrong.isEmpty() && accepted.isEmpty() ? List.of("nobody was accepted") : wrong;
	}

}
