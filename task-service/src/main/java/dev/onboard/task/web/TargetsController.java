package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import dev.onboard.task.RetryingFailed;
import dev.onboard.task.targets.ResumingTargets;
import dev.onboard.task.targets.TargetPage;
import dev.onboard.task.targets.Targets;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

	private final RetryingFailed retrying;

	private final JsonBodies bodies;

	TargetsController(Targets targets, ResumingTargets resuming, RetryingFailed retrying, JsonBodies bodies) {
		this.targets = targets;
		this.resuming = resuming;
		this.retrying = retrying;
		this.bodies = bodies;
	}

	/** Every system that people are added to, and whether it works. */
	@GetMapping
	TargetListing listTargets() {
		return new TargetListing(this.targets.list());
	}

	/** One system. */
	@GetMapping("/{system}")
	TargetPage getTarget(
			@Parameter(schema = @Schema(ref = "#/components/schemas/TargetSystem")) @PathVariable String system) {
		return this.targets.get(system);
	}

	/** Lets a paused system go on at once, for everybody who waits for it. */
	@ApiResponse(responseCode = "202", description = "Accepted; it goes on soon.")
	@ApiResponse(responseCode = "409", description = "It is not paused.")
	@PostMapping("/{system}/resume")
	@ResponseStatus(HttpStatus.ACCEPTED)
	TargetPage resumeTarget(
			@Parameter(schema = @Schema(ref = "#/components/schemas/TargetSystem")) @PathVariable String system) {
		return this.resuming.resume(system);
	}

	/**
	 * Tries again for those whose step of this system has FAILED and who need no other
	 * decision first. As many as there is time for, some hundreds; the answer says how
	 * many are left.
	 */
	@RequestBody(content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
	@ApiResponse(responseCode = "202", description = "Accepted; they are tried again.")
	@ApiResponse(responseCode = "409", description = "There is nobody to try again.")
	@PostMapping(path = "/{system}/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	TargetPage retryFailed(
			@Parameter(schema = @Schema(ref = "#/components/schemas/TargetSystem")) @PathVariable String system,
			InputStream body) throws IOException {
		return this.retrying.retry(system,
				this.bodies.read(ReceivedBody.of(body), DecisionRequest.class, "a reason").unconfirmed());
	}

	/**
	 * @param targets in the order of the steps
	 */
	record TargetListing(List<TargetPage> targets) {
	}

}
