package dev.onboard.task.web;

import dev.onboard.task.naming.Suggestion;
import dev.onboard.task.naming.Suggestions;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SuggestionsController {

	private final Suggestions suggestions;

	SuggestionsController(Suggestions suggestions) {
		this.suggestions = suggestions;
	}

	@GetMapping("/suggestions")
	Suggestion suggest(@RequestParam(defaultValue = "") String firstName,
			@RequestParam(defaultValue = "") String lastName) {
		return this.suggestions.suggest(firstName, lastName);
	}

}
