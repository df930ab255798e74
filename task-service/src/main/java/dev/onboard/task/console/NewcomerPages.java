package dev.onboard.task.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.onboard.task.AcceptingPeople;
import dev.onboard.task.IdempotencyKeyReusedException;
import dev.onboard.task.NewPerson;
import dev.onboard.task.PersonPage;
import dev.onboard.task.PersonRules;
import dev.onboard.task.TaskSettings;
import dev.onboard.task.naming.Suggestions;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds a person. Each form has a key, so that one that is sent twice adds one. */
@Controller
class NewcomerPages {

	private final AcceptingPeople accepting;

	private final PersonRules rules;

	private final Suggestions suggestions;

	private final TaskSettings settings;

	NewcomerPages(AcceptingPeople accepting, PersonRules rules, Suggestions suggestions, TaskSettings settings) {
		this.accepting = accepting;
		this.rules = rules;
		this.suggestions = suggestions;
		this.settings = settings;
	}

	@GetMapping("/console/people/new")
	String empty(Model model) {
		return show(Form.of("new", Map.of("language", this.settings.language())), model);
	}

	@PostMapping("/console/people")
	String add(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
		Form form = Form.of("new", typed);
		try {
			return PersonPages.at(accepted(form).id());
		}
		catch (RefusedFormException ex) {
			response.setStatus(ex.status().value());
			return show(ex.form(), model);
		}
	}

	private PersonPage accepted(Form form) {
		if (form.typed("login").isEmpty()) {
			suggestLogin(form, "was left empty. Is this one right?");
		}
		NewPerson person = new NewPerson(form.typed("login"), form.typed("firstName"), form.typed("lastName"),
				optional(form, "contactEmail"), optional(form, "role"), optional(form, "language"));
		List<PersonRules.Broken> broken = this.rules.brokenBy(person);
		if (!broken.isEmpty()) {
			throw new RefusedFormException(HttpStatus.BAD_REQUEST, form.with(broken));
		}
		String fingerprint = DigestUtils.sha256Hex(person.toString());
		try {
			return Forms.submit(form, () -> this.accepting.accept(key(form), fingerprint, () -> meant(form, person)));
		}
		catch (IdempotencyKeyReusedException ex) {
			Map<String, String> withoutKey = new HashMap<>(form.typed());
			withoutKey.remove("key");
			throw new RefusedFormException(HttpStatus.CONFLICT, Form.of("new", withoutKey)
				.with("With this form somebody was added already. To add one more, send it again."));
		}
	}

	/** Looked at where it is no repeat: then the login is taken, by this very person. */
	private NewPerson meant(Form form, NewPerson person) {
		if (form.typed("login").equals(form.typed("suggested"))) {
			suggestLogin(form, "was suggested for another name, or is taken by now. Is this one right?");
		}
		return person;
	}

	/**
	 * For those who have not typed a login of their own: without scripts it is left
	 * empty, and whoever types a name and sends the form at once is ahead of what is
	 * suggested for it.
	 * @throws RefusedFormException if another login is suggested than the form has
	 */
	private void suggestLogin(Form form, String why) {
		String login = this.suggestions.suggest(form.typed("firstName"), form.typed("lastName")).login();
		if (!login.isEmpty() && !login.equals(form.typed("login"))) {
			Map<String, String> suggested = new HashMap<>(form.typed());
			suggested.put("login", login);
			suggested.put("suggested", login);
			throw new RefusedFormException(HttpStatus.BAD_REQUEST, Form.of("new", suggested).with("login", why));
		}
	}

	/** Marked as of the console, so that it is no key of a client of the API. */
	private static String key(Form form) {
		return "console-" + form.typed("key").replaceAll("[^0-9a-f-]", "");
	}

	private static @Nullable String optional(Form form, String field) {
		String value = form.typed(field);
		return value.isEmpty() ? null : value;
	}

	private String show(Form form, Model model) {
		String key = form.typed("key");
		model.addAttribute("form", form);
		model.addAttribute("key", key.isEmpty() ? UUID.randomUUID().toString() : key);
		model.addAttribute("domain", this.settings.domain());
		model.addAttribute("roles", this.settings.roles().keySet());
		model.addAttribute("languages", this.settings.languages());
		return "new-person";
	}

}
