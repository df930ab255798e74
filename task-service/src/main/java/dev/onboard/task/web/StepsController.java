package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import dev.onboard.task.DecidingByHand;
import dev.onboard.task.PersonPage;
import dev.onboard.task.person.HandDecision;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users/{id}/steps/{system}")
class StepsController {

	private final DecidingByHand deciding;

	private final JsonBodies bodies;

	StepsController(DecidingByHand deciding, JsonBodies bodies) {
		this.deciding = deciding;
		this.bodies = bodies;
	}

	/**
	 * Decides about a step by hand. It is tried again, skipped, or marked as done; or
	 * what is there is adopted as this person's, or purged, which deletes old mail. Both
	 * may meet what somebody else owns, and have to be confirmed.
	 */
	@RequestBody(content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
	@ApiResponse(responseCode = "202", description = "Accepted; the person as they are now.")
	@ApiResponse(responseCode = "409", description = "That cannot help the step as it is.")
	@ApiResponse(responseCode = "410", description = "This person was erased.")
	@PostMapping(path = "/{decision}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	PersonPage decideStep(@PathVariable UUID id,
			@Parameter(schema = @Schema(ref = "#/components/schemas/TargetSystem")) @PathVariable String system,
			@Parameter(schema = @Schema(allowableValues = { "retry", "skip", "mark-done", "adopt",
					"purge" })) @PathVariable String decision,
			InputStream body) throws IOException {
		HandDecision wanted = HandDecision.named(decision);
		DecisionRequest request = this.bodies.read(ReceivedBody.of(body), DecisionRequest.class, "a reason");
		String reason = wanted.isConfirmed() ? request.reason() : request.unconfirmed();
		return this.deciding.decide(id, system, wanted, reason, request.confirm());
	}

}
