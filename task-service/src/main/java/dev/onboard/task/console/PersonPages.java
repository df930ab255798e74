package dev.onboard.task.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.People;
import dev.onboard.task.PersonPage;
import dev.onboard.task.TaskSettings;
import dev.onboard.task.person.HistoryLine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A person's page, which also answers each form on it that is refused. */
@Controller
class PersonPages {

	private final People people;

	private final TaskSettings settings;

	PersonPages(People people, TaskSettings settings) {
		this.people = people;
		this.settings = settings;
	}

	@GetMapping("/console/people/{id}")
	String one(@PathVariable UUID id, Model model) {
		return show(id, null, model);
	}

	/** Where a form was sent to there is nothing to see. */
	@GetMapping({ "/console/people/{id}/{form}", "/console/people/{id}/steps/{form}",
			"/console/people/{id}/link/{form}" })
	String form(@PathVariable UUID id) {
		return at(id);
	}

	static String at(UUID id) {
		return "redirect:/console/people/" + id;
	}

	/**
	 * The page, with a form as it was filled in.
	 * @param form null for none
	 */
	String show(UUID id, @Nullable Form form, Model model) {
		PersonPage person = this.people.get(id);
		List<HistoryLine> newestFirst = new ArrayList<>((person.history() != null) ? person.history() : List.of());
		Collections.reverse(newestFirst);
		model.addAttribute("person", person);
		model.addAttribute("history", newestFirst);
		model.addAttribute("form", form);
		model.addAttribute("roles", this.settings.roles().keySet());
		model.addAttribute("languages", this.settings.languages());
		return "person";
	}

}
