package dev.onboard.task.web;

import dev.onboard.task.naming.Suggestion;
import dev.onboard.task.naming.Suggestions;
import io.swagger.v3.oas.annotations.Parameter;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SuggestionsController {

	private final Suggestions suggestions;

	SuggestionsController(Suggestions suggestions) {
		this.suggestions = suggestions;
	}

	/**
	 * A login and an address for a name of any script, by the rule of the house. Nothing
	 * is reserved by it.
	 */
	@GetMapping("/suggestions")
	Suggestion suggestLogin(@Parameter(example = "Алиса") @RequestParam(defaultValue = "") String firstName,
			@Parameter(example = "Иванова") @RequestParam(defaultValue = "") String lastName) {
		return this.suggestions.suggest(firstName, lastName);
	}

}
