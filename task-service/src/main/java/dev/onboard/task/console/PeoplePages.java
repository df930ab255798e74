package dev.onboard.task.console;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.onboard.task.People;
import dev.onboard.task.PeopleCounts;
import dev.onboard.task.person.PersonState;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PeoplePages {

	private final People people;

	private final PeopleCounts counts;

	PeoplePages(People people, PeopleCounts counts) {
		this.people = people;
		this.counts = counts;
	}

	@GetMapping({ "/", "/console" })
	String start() {
		return "redirect:/console/people";
	}

	@GetMapping("/console/**")
	String nothing(HttpServletRequest request) {
		throw new NothingHereException(request.getRequestURI());
	}

	@GetMapping("/console/people")
	String list(@RequestParam(required = false) @Nullable PersonState state,
			@RequestParam(required = false) @Nullable String search,
			@RequestParam(required = false) @Nullable Long after, Model model) {
		PeopleQuery query = PeopleQuery.of(state, search, after);
		Map<PersonState, Count> counts = counts();
		model.addAttribute("query", query);
		model.addAttribute("slice", this.people.list(query.filter()));
		model.addAttribute("counts", counts);
		model.addAttribute("all", counts.values().stream().reduce(Count::plus).orElseThrow());
		return "people";
	}

	private Map<PersonState, Count> counts() {
		Map<PersonState, Integer> counted = this.counts.byState();
		return Stream.of(PersonState.values())
			.collect(Collectors.toMap((state) -> state,
					(state) -> Count.of(counted.getOrDefault(state, 0), PeopleCounts.LIMIT), Count::plus,
					() -> new EnumMap<>(PersonState.class)));
	}

}
