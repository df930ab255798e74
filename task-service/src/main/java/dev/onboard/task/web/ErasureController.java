package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import dev.onboard.task.erasing.ErasingPeople;
import dev.onboard.task.erasing.Erasure;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users/{id}")
class ErasureController {

	private final ErasingPeople erasing;

	private final JsonBodies bodies;

	ErasureController(ErasingPeople erasing, JsonBodies bodies) {
		this.erasing = erasing;
		this.bodies = bodies;
	}

	/**
	 * Erases a person whose steps have all ended. What the targets have of them is left
	 * there. Once more asks the other services again.
	 */
	@RequestBody(content = @Content(schema = @Schema(implementation = ErasureRequest.class)))
	@ApiResponse(responseCode = "202")
	@ApiResponse(responseCode = "409", description = "A step has not ended.")
	@DeleteMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	Erasure eraseUser(@PathVariable UUID id, InputStream body) throws IOException {
		ErasureRequest request = this.bodies.read(ReceivedBody.of(body), ErasureRequest.class, "a reason");
		return this.erasing.erase(id, request.reason());
	}

}
