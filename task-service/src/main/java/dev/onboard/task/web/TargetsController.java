package dev.onboard.task.web;

import java.util.List;

import dev.onboard.task.ResumingTargets;
import dev.onboard.task.TargetPage;
import dev.onboard.task.Targets;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/targets")
class TargetsController {

	private final Targets targets;

	private final ResumingTargets resuming;

	TargetsController(Targets targets, ResumingTargets resuming) {
		this.targets = targets;
		this.resuming = resuming;
	}

	@GetMapping
	Listing list() {
		return new Listing(this.targets.list());
	}

	@GetMapping("/{system}")
	TargetPage one(@PathVariable String system) {
		return this.targets.get(system);
	}

	@PostMapping("/{system}/resume")
	@ResponseStatus(HttpStatus.ACCEPTED)
	TargetPage resume(@PathVariable String system) {
		return this.resuming.resume(system);
	}

	/**
	 * @param targets in the order of the steps
	 */
	record Listing(List<TargetPage> targets) {
	}

}
