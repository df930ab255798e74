package dev.onboard.task.console;

import java.util.Map;

import dev.onboard.task.targets.ResumingTargets;
import dev.onboard.task.targets.Targets;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class TargetPages {

	private final Targets targets;

	private final ResumingTargets resuming;

	TargetPages(Targets targets, ResumingTargets resuming) {
		this.targets = targets;
		this.resuming = resuming;
	}

	@GetMapping("/console/targets")
	String list(Model model) {
		model.addAttribute("targets", this.targets.list());
		return "targets";
	}

	@PostMapping("/console/targets/{system}/resume")
	String resume(@PathVariable String system, Model model, HttpServletResponse response) {
		try {
			Forms.submit(Form.of(system, Map.of()), () -> this.resuming.resume(system));
			return "redirect:/console/targets";
		}
		catch (RefusedFormException ex) {
			response.setStatus(ex.status().value());
			model.addAttribute("form", ex.form());
			return list(model);
		}
	}

	@GetMapping("/console/targets/{system}/resume")
	String form() {
		return "redirect:/console/targets";
	}

}
