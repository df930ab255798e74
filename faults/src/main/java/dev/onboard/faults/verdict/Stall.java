package dev.onboard.faults.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.onboard.faults.world.Page;

/** The longest time without any step ending, while somebody was waiting. */
final class Stall {

	private Stall() {
	}

	/**
	 * @param opens by how much it changes the number of those who wait
	 */
	private record Event(Instant at, int opens) {
	}

	static Duration of(List<Page> pages) {
		Duration longest = Duration.ZERO;
		Instant last = Instant.MIN;
		int open = 0;
		for (Event event : events(pages)) {
			if (open == 0) {
				last = event.at();
			}
			else if (event.opens() <= 0) {
				Duration gap = Duration.between(last, event.at());
				longest = (gap.compareTo(longest) > 0) ? gap : longest;
				last = event.at();
			}
			open += event.opens();
		}
		return longest;
	}

	private static List<Event> events(List<Page> pages) {
		List<Event> events = new ArrayList<>();
		for (Page page : pages) {
			events.add(new Event(page.createdAt(), 1));
			List<Instant> ends = page.steps().stream().map(Page.Step::updatedAt).sorted().toList();
			ends.forEach((end) -> events.add(new Event(end, 0)));
			ends.stream().max(Comparator.naturalOrder()).ifPresent((end) -> events.add(new Event(end, -1)));
		}
		events.sort(Comparator.comparing(Event::at).thenComparing(Comparator.comparingInt(Event::opens).reversed()));
		return events;
	}

}
