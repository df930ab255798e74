package dev.onboard.task.console;

import java.util.Map;
import java.util.function.Function;

import dev.onboard.task.RetryingFailed;
import dev.onboard.task.targets.ResumingTargets;
import dev.onboard.task.targets.Targets;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TargetPages {

	private final Targets targets;

	private final ResumingTargets resuming;

	private final RetryingFailed retrying;

	TargetPages(Targets targets, ResumingTargets resuming, RetryingFailed retrying) {
		this.targets = targets;
		this.resuming = resuming;
		this.retrying = retrying;
	}

	@GetMapping("/console/targets")
	String list(Model model) {
		model.addAttribute("targets", this.targets.list());
		return "targets";
	}

	@PostMapping("/console/targets/{system}/resume")
	String resume(@PathVariable String system, Model model, HttpServletResponse response) {
		return submit(Form.of("resume-" + system, Map.of()), (form) -> this.resuming.resume(system), model, response);
	}

	@PostMapping("/console/targets/{system}/retry")
	String retry(@PathVariable String system, @RequestParam Map<String, String> typed, Model model,
			HttpServletResponse response) {
		return submit(Form.of("retry-" + system, typed), (form) -> this.retrying.retry(system, Forms.reason(form)),
				model, response);
	}

	private String submit(Form form, Function<Form, ?> useCase, Model model, HttpServletResponse response) {
		try {
			Forms.submit(form, () -> useCase.apply(form));
			return form();
		}
		catch (RefusedFormException ex) {
			response.setStatus(ex.status().value());
			model.addAttribute("form", ex.form());
			return list(model);
		}
	}

	/** Where a form was sent to there is nothing to see. */
	@GetMapping("/console/targets/{system}/{form}")
	String form() {
		return "redirect:/console/targets";
	}

}
