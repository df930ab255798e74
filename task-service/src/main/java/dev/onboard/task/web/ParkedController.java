package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

import dev.onboard.task.Slice;
import dev.onboard.task.parked.ParkedFilter;
import dev.onboard.task.parked.ParkedMessages;
import dev.onboard.task.parked.ParkedPage;
import dev.onboard.task.parked.ParkedState;
import dev.onboard.task.parked.UnreadableMessages;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/parked")
class ParkedController {

	private final ParkedMessages messages;

	private final UnreadableMessages unreadable;

	private final JsonBodies bodies;

	ParkedController(ParkedMessages messages, UnreadableMessages unreadable, JsonBodies bodies) {
		this.messages = messages;
		this.unreadable = unreadable;
		this.bodies = bodies;
	}

	/**
	 * Messages that no service could handle, newest first.
	 * @param after of the path of the next page; without it the newest come
	 * @param limit most messages in the answer
	 */
	@GetMapping
	ParkedListing listParked(@RequestParam(required = false) @Nullable ParkedState state,
			@RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
		Part part = new Part("/parked", limit).with("state", state);
		Slice<ParkedPage> slice = this.messages.list(new ParkedFilter(state, after, limit));
		OptionalInt count = this.unreadable.count();
		return new ParkedListing(slice.items(), part.next(slice), this.messages.countParked(),
				count.isPresent() ? count.getAsInt() : null);
	}

	/** One message, with its whole body and history. */
	@GetMapping("/{id}")
	ParkedPage getParked(@PathVariable UUID id) {
		return this.messages.get(id);
	}

	/**
	 * Sends a message again to the queue where it could not be handled, and only there.
	 */
	@RequestBody(content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
	@ApiResponse(responseCode = "202", description = "Accepted; it is sent again.")
	@ApiResponse(responseCode = "409", description = "Nobody knows which queue it belongs to.")
	@PostMapping(path = "/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	ParkedPage replayParked(@PathVariable UUID id, InputStream body) throws IOException {
		return this.messages.replay(id, reason(body));
	}

	/**
	 * Settles that a message is not needed. It stays visible, and can still be replayed.
	 */
	@RequestBody(content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "409", description = "It is not PARKED.")
	@DeleteMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ParkedPage discardParked(@PathVariable UUID id, InputStream body) throws IOException {
		return this.messages.discard(id, reason(body));
	}

	private String reason(InputStream body) throws IOException {
		return this.bodies.read(ReceivedBody.of(body), DecisionRequest.class, "a reason").unconfirmed();
	}

	/**
	 * @param parked newest first
	 * @param next path of the next page, null on the last one
	 * @param undecided how many are PARKED, of which at most 1000 are counted
	 * @param unreadable how many cannot even be received and wait in the broker, null
	 * while it does not say
	 */
	record ParkedListing(List<ParkedPage> parked, @Nullable String next, int undecided, @Nullable Integer unreadable) {
	}

}
