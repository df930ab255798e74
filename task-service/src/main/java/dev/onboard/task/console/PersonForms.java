package dev.onboard.task.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import dev.onboard.task.ChangingPeople;
import dev.onboard.task.DecidingByHand;
import dev.onboard.task.HandingOver;
import dev.onboard.task.PersonChange;
import dev.onboard.task.PersonRules;
import dev.onboard.task.person.HandDecision;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms on a person's page, but for the one that ends it. */
@Controller
@RequestMapping("/console/people/{id}")
class PersonForms {

	private final PersonPages pages;

	private final DecidingByHand deciding;

	private final ChangingPeople changing;

	private final HandingOver handingOver;

	private final PersonRules rules;

	PersonForms(PersonPages pages, DecidingByHand deciding, ChangingPeople changing, HandingOver handingOver,
			PersonRules rules) {
		this.pages = pages;
		this.deciding = deciding;
		this.changing = changing;
		this.handingOver = handingOver;
		this.rules = rules;
	}

	@PostMapping("/steps/{system}")
	String decide(@PathVariable UUID id, @PathVariable String system, @RequestParam String decision,
			@RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
		HandDecision wanted = HandDecision.named(decision);
		Form form = Form.of(wanted.isConfirmed() ? wanted.wireName() + "-" + system : system, typed);
		return submit(id, form, model, response,
				() -> this.deciding.decide(id, system, wanted, Forms.reason(form), form.typed("confirm")));
	}

	/**
	 * What is not among the fields of the form stays as it is, and what holds in it what
	 * it held when it was shown, for somebody may have changed that since.
	 */
	@PostMapping("/change")
	String change(@PathVariable UUID id, @RequestParam(defaultValue = "change") String name,
			@RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
		Form form = Form.of(name, typed);
		return submit(id, form, model, response, () -> this.changing.change(id, changeAsTyped(form)));
	}

	private PersonChange changeAsTyped(Form form) {
		Map<String, @Nullable String> fields = new HashMap<>();
		PersonChange.FIELDS.stream().filter((field) -> isTyped(form, field)).forEach((field) -> {
			String value = form.typed(field);
			fields.put(field, (value.isEmpty() && PersonChange.CLEARABLE.contains(field)) ? null : value);
		});
		PersonChange change = new PersonChange(fields);
		List<PersonRules.Broken> broken = change.fields().entrySet().stream().flatMap((field) -> {
			String value = field.getValue();
			return ((value != null) ? this.rules.brokenBy(field.getKey(), value) : List.<PersonRules.Broken>of())
				.stream();
		}).toList();
		if (!broken.isEmpty()) {
			throw new RefusedFormException(HttpStatus.BAD_REQUEST, form.with(broken));
		}
		return change;
	}

	private static boolean isTyped(Form form, String field) {
		String was = "was-" + field;
		return form.typed().containsKey(field)
				&& !(form.typed().containsKey(was) && form.typed(was).equals(form.typed(field)));
	}

	/** The one answer that ever shows the link. */
	@PostMapping("/link")
	String link(@PathVariable UUID id, Model model, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		String answer = submit(id, Form.of("link", Map.of()), model, response,
				() -> model.addAttribute("link", this.handingOver.link(id)));
		return model.containsAttribute("link") ? this.pages.show(id, null, model) : answer;
	}

	@PostMapping("/link/mail")
	String mail(@PathVariable UUID id, Model model, HttpServletResponse response) {
		return submit(id, Form.of("link", Map.of()), model, response, () -> this.handingOver.mail(id));
	}

	@PostMapping("/link/revoke")
	String revoke(@PathVariable UUID id, Model model, HttpServletResponse response) {
		return submit(id, Form.of("link", Map.of()), model, response, () -> this.handingOver.revoke(id));
	}

	/** Leads to the person's page; a form that is refused is on it, as it was typed. */
	private String submit(UUID id, Form form, Model model, HttpServletResponse response, Supplier<?> useCase) {
		try {
			Forms.submit(form, useCase);
			return PersonPages.at(id);
		}
		catch (RefusedFormException ex) {
			response.setStatus(ex.status().value());
			return this.pages.show(id, ex.form(), model);
		}
	}

}
