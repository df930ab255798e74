package dev.onboard.task.console;

import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiFunction;

import dev.onboard.task.parked.ParkedFilter;
import dev.onboard.task.parked.ParkedMessages;
import dev.onboard.task.parked.ParkedState;
import dev.onboard.task.parked.UnreadableMessages;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/console/parked")
class ParkedPages {

	private static final int PAGE = 50;

	private final ParkedMessages messages;

	private final UnreadableMessages unreadable;

	ParkedPages(ParkedMessages messages, UnreadableMessages unreadable) {
		this.messages = messages;
		this.unreadable = unreadable;
	}

	/**
	 * Those that wait for a decision, unless another state or {@code all} is asked for.
	 */
	@GetMapping
	String list(@RequestParam(defaultValue = "PARKED") ParkedState state,
			@RequestParam(defaultValue = "false") boolean all, @RequestParam(required = false) @Nullable Long after,
			Model model) {
		ParkedState wanted = all ? null : state;
		OptionalInt unreadable = this.unreadable.count();
		model.addAttribute("state", wanted);
		model.addAttribute("states", ParkedState.values());
		model.addAttribute("after", after);
		model.addAttribute("slice", this.messages.list(new ParkedFilter(wanted, after, PAGE)));
		model.addAttribute("unreadable", unreadable.orElse(0));
		return "parked";
	}

	@GetMapping("/{id}")
	String one(@PathVariable UUID id, Model model) {
		model.addAttribute("message", this.messages.get(id));
		return "parked-message";
	}

	/** Where a form was sent to there is nothing to see. */
	@GetMapping("/{id}/{form}")
	String form(@PathVariable UUID id) {
		return at(id);
	}

	@PostMapping("/{id}/replay")
	String replay(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model,
			HttpServletResponse response) {
		return decide(id, typed, model, response, this.messages::replay);
	}

	@PostMapping("/{id}/discard")
	String discard(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model,
			HttpServletResponse response) {
		return decide(id, typed, model, response, this.messages::discard);
	}

	private String decide(UUID id, Map<String, String> typed, Model model, HttpServletResponse response,
			BiFunction<UUID, String, ?> decision) {
		Form form = Form.of("decision", typed);
		try {
			Forms.submit(form, () -> decision.apply(id, Forms.reason(form)));
			return at(id);
		}
		catch (RefusedFormException ex) {
			response.setStatus(ex.status().value());
			model.addAttribute("form", ex.form());
			return one(id, model);
		}
	}

	private static String at(UUID id) {
		return "redirect:/console/parked/" + id;
	}

}
