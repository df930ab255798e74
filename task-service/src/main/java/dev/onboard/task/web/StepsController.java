package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.stream.Stream;

import dev.onboard.task.DecidingByHand;
import dev.onboard.task.HandDecision;
import dev.onboard.task.PersonPage;
import dev.onboard.task.UnknownNameException;

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

	@PostMapping(path = "/{decision}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	PersonPage decide(@PathVariable UUID id, @PathVariable String system, @PathVariable String decision,
			InputStream body) throws IOException {
		HandDecision wanted = HandDecision.named(decision)
			.orElseThrow(() -> new UnknownNameException("decision",
					Stream.of(HandDecision.values()).map(HandDecision::wireName).toList()));
		DecisionRequest request = this.bodies.read(ReceivedBody.of(body), DecisionRequest.class, "a reason");
		if (wanted != HandDecision.PURGE && request.confirm() != null) {
			throw InvalidRequestException.of("confirm", "belongs to purge only");
		}
		return this.deciding.decide(id, system, wanted, request.reason(), request.confirm());
	}

}
