package dev.onboard.task.console;

import java.util.Map;
import java.util.UUID;

import dev.onboard.task.People;
import dev.onboard.task.PersonPage;
import dev.onboard.task.erasing.ErasingPeople;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form that ends a person's page. */
@Controller
class ErasureForm {

	private final PersonPages pages;

	private final People people;

	private final ErasingPeople erasing;

	ErasureForm(PersonPages pages, People people, ErasingPeople erasing) {
		this.pages = pages;
		this.people = people;
		this.erasing = erasing;
	}

	/** Answers with what is left at the targets, which is said this once. */
	@PostMapping("/console/people/{id}/erase")
	String erase(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model,
			HttpServletResponse response) {
		PersonPage person = this.people.get(id);
		Form form = Form.of("erase", typed);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		try {
			if (!form.typed("confirm").equals(person.address())) {
				throw new RefusedFormException(HttpStatus.BAD_REQUEST,
						form.with("confirm", "must be " + person.address() + ", typed exactly"));
			}
			Forms.submit(form, () -> model.addAttribute("erasure", this.erasing.erase(id, Forms.reason(form))));
			return "erased";
		}
		catch (RefusedFormException ex) {
			response.setStatus(ex.status().value());
			return this.pages.show(id, ex.form(), model);
		}
	}

}
