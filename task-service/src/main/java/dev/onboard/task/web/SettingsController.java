package dev.onboard.task.web;

import java.util.List;

import dev.onboard.task.TaskSettings;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/settings")
class SettingsController {

	private final TaskSettings settings;

	SettingsController(TaskSettings settings) {
		this.settings = settings;
	}

	/** What can be chosen for a person. */
	@GetMapping
	Choosable getSettings() {
		return new Choosable(this.settings.domain(), this.settings.roles().keySet().stream().sorted().toList(),
				this.settings.languages(), this.settings.language());
	}

	/**
	 * @param domain of the addresses that people get
	 * @param roles that are set up, by name
	 * @param languages that people can be written to in
	 * @param language of those for whom none is named
	 */
	record Choosable(String domain, List<String> roles, List<String> languages, String language) {
	}

}
