package dev.onboard.task.console;

import java.util.List;
import java.util.Map;

import dev.onboard.task.PersonRules;
import dev.onboard.task.TaskSettings;
import dev.onboard.task.naming.AddressAnswer;
import dev.onboard.task.naming.AddressCheck;
import dev.onboard.task.naming.Suggestion;
import dev.onboard.task.naming.Suggestions;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is said of a login while a person is typed in. */
@Controller
class LoginPages {

	private final Suggestions suggestions;

	private final AddressCheck addresses;

	private final PersonRules rules;

	private final TaskSettings settings;

	LoginPages(Suggestions suggestions, AddressCheck addresses, PersonRules rules, TaskSettings settings) {
		this.suggestions = suggestions;
		this.addresses = addresses;
		this.rules = rules;
		this.settings = settings;
	}

	/**
	 * Suggests a login, unless somebody has typed one of their own, and says whether it
	 * is free.
	 * @param suggested what was suggested last; a login that differs was typed
	 * @param typing whether it is the login that is being typed
	 */
	@GetMapping("/console/people/new/login")
	String login(@RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") String suggested,
			@RequestParam(defaultValue = "false") boolean typing, Model model) {
		Form form = Form.of("new", typed);
		String login = form.typed("login");
		if (!typing && (login.isEmpty() || login.equals(suggested))) {
			Suggestion suggestion = this.suggestions.suggest(form.typed("firstName"), form.typed("lastName"));
			login = suggestion.login();
			model.addAttribute("suggested", login);
			model.addAttribute("reason", suggestion.reason());
		}
		model.addAttribute("login", login);
		model.addAttribute("domain", this.settings.domain());
		if (!login.isEmpty()) {
			answer(login, model);
		}
		return "login-answers";
	}

	private void answer(String login, Model model) {
		List<PersonRules.Broken> broken = this.rules.brokenBy("login", login);
		if (broken.isEmpty()) {
			AddressAnswer answer = this.addresses.check(login + "@" + this.settings.domain());
			model.addAttribute("answer", answer);
		}
		else {
			model.addAttribute("reason", "A login " + broken.get(0).message() + ".");
		}
	}

}
