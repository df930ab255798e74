package dev.onboard.faults.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.onboard.faults.outside.Seen;

/** What took effect outside, by the login of whom it was done to. */
final class Effects {

	private final Map<String, List<Seen>> byLogin = new HashMap<>();

	Effects(List<Seen> seen) {
		seen.forEach((it) -> this.byLogin.computeIfAbsent(login(it), (login) -> new java.util.ArrayList<>()).add(it));
	}

	private static String login(Seen seen) {
		int at = seen.person().indexOf('@');
		return (at < 0) ? seen.person() : seen.person().substring(0, at);
	}

	Iterable<String> logins() {
		return this.byLogin.keySet();
	}

	int count(String login, Seen.Kind kind) {
		return (int) of(login, kind).count();
	}

	/** How many are different from each other. */
	int different(String login, Seen.Kind kind) {
		return (int) of(login, kind).map(Seen::detail).distinct().count();
	}

	Optional<Instant> first(String login, Seen.Kind kind) {
		return of(login, kind).map(Seen::at).min(Comparator.naturalOrder());
	}

	private Stream<Seen> of(String login, Seen.Kind kind) {
		return this.byLogin.getOrDefault(login, List.of()).stream().filter((it) -> it.kind() == kind);
	}

}
