package dev.onboard.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.onboard.faults.outside.Seen;

/**
 * Whether something is done to people once their cell is over, or to people of no cell.
 */
final class Afterwards {

	/** How much was done to the people of each cell, by how their logins begin. */
	private final Map<String, Long> known = new HashMap<>();

	/** How the login begins that it was done to. */
	static String beginning(Seen seen) {
		return seen.person().replaceFirst("@.*", "").replaceFirst("\\d+$", "");
	}

	/** From now on nothing more may be done to these people. */
	void over(String beginning, List<Seen> seen) {
		this.known.put(beginning, count(seen).getOrDefault(beginning, 0L));
	}

	/**
	 * What was done all the same, in words, each once.
	 * @param running may be done to
	 */
	List<String> late(List<Seen> seen, String running) {
		Map<String, Long> now = count(seen);
		now.remove(running);
		List<String> late = new ArrayList<>();
		now.forEach((beginning, count) -> {
			long more = count - this.known.getOrDefault(beginning, 0L);
			if (more > 0) {
				late.add("done to people of " + beginning + " once that was over: " + more + " times");
			}
		});
		this.known.putAll(now);
		return late;
	}

	private static Map<String, Long> count(List<Seen> seen) {
		return seen.stream()
			.filter((it) -> it.kind() != Seen.Kind.CARD_UPDATE)
			.collect(Collectors.groupingBy(Afterwards::beginning, TreeMap::new, Collectors.counting()));
	}

}
