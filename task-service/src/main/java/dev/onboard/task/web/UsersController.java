package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.AcceptingPeople;
import dev.onboard.task.ChangingPeople;
import dev.onboard.task.NewPerson;
import dev.onboard.task.People;
import dev.onboard.task.PeopleCounts;
import dev.onboard.task.PersonPage;
import dev.onboard.task.Slice;
import dev.onboard.task.person.Filter;
import dev.onboard.task.person.PersonState;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users")
class UsersController {

	private final AcceptingPeople accepting;

	private final ChangingPeople changing;

	private final People people;

	private final PeopleCounts counts;

	private final PersonRequests requests;

	UsersController(AcceptingPeople accepting, ChangingPeople changing, People people, PeopleCounts counts,
			PersonRequests requests) {
		this.accepting = accepting;
		this.changing = changing;
		this.people = people;
		this.counts = counts;
		this.requests = requests;
	}

	/**
	 * Adds a person. They are not lost from now on, and get one thing after the other.
	 * @param idempotencyKey recognises a repeat, for 7 days if nothing else is set: the
	 * same body gets the same person again, as they are then
	 */
	@RequestBody(content = @Content(schema = @Schema(implementation = NewPerson.class)))
	@ApiResponse(responseCode = "202", description = "Accepted; the person as they are now.",
			headers = @Header(name = "Location", description = "Path of the person.",
					schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "409", description = "Another person has this login.")
	@ApiResponse(responseCode = "410", description = "The Idempotency-Key is of a person who was erased.")
	@ApiResponse(responseCode = "422", description = "The Idempotency-Key came with another body before.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PersonPage> createUser(
			@Parameter(schema = @Schema(pattern = "^[\\x21-\\x7E]{1,200}$")) @RequestHeader(name = "Idempotency-Key",
					required = false) @Nullable String idempotencyKey,
			InputStream body) throws IOException {
		ReceivedBody received = ReceivedBody.of(body);
		PersonPage person = this.accepting.accept(valid(idempotencyKey), received.fingerprint(),
				() -> this.requests.person(received));
		return ResponseEntity.accepted().location(URI.create("/users/" + person.id())).body(person);
	}

	/** Null stays null: no key was given. */
	private static @Nullable String valid(@Nullable String idempotencyKey) {
		if (idempotencyKey != null && !idempotencyKey.matches("\\p{Graph}{1,200}")) {
			throw InvalidRequestException.of("Idempotency-Key", "must have 1 to 200 visible ASCII characters");
		}
		return idempotencyKey;
	}

	/** One person, and how far each step has come. */
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "410", description = "This person was erased.")
	@GetMapping("/{id}")
	PersonPage getUser(@PathVariable UUID id) {
		return this.people.get(id);
	}

	/**
	 * Changes a person. What is not done yet is done again with it; a link that was
	 * mailed and not used is void and mailed to the new contactEmail.
	 */
	@RequestBody(content = @Content(schema = @Schema(ref = "#/components/schemas/PersonChange")))
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "409",
			description = "Another person has this login, or it is too late for another one.")
	@ApiResponse(responseCode = "410", description = "This person was erased.")
	@PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	PersonPage changeUser(@PathVariable UUID id, InputStream body) throws IOException {
		return this.changing.change(id, this.requests.change(ReceivedBody.of(body)));
	}

	/**
	 * Everybody, newest first.
	 * @param search a part of name, login or address
	 * @param after of the path of the next page; without it the newest come
	 * @param limit most people in the answer
	 */
	@GetMapping
	UserListing listUsers(@RequestParam(required = false) @Nullable PersonState state,
			@RequestParam(required = false) @Nullable String search,
			@RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
		Part part = new Part("/users", limit).with("state", state).with("search", search);
		if (search != null && search.matches("(?s).*\\p{Cc}.*")) {
			throw InvalidRequestException.of("search", "must not contain control characters");
		}
		Slice<PersonPage> slice = this.people.list(new Filter(state, search, after, limit));
		return new UserListing(slice.items(), part.next(slice));
	}

	/** How many people are in each state. */
	@GetMapping("/counts")
	UserCounts countUsers() {
		return new UserCounts(this.counts.in(PersonState.IN_PROGRESS), this.counts.in(PersonState.READY),
				this.counts.in(PersonState.NEEDS_ATTENTION), PeopleCounts.LIMIT);
	}

	/**
	 * @param users newest first
	 * @param next path of the next page, null on the last one
	 */
	record UserListing(List<PersonPage> users, @Nullable String next) {
	}

	/**
	 * @param inProgress have an open step, and none that failed for good
	 * @param ready have none that is open
	 * @param needsAttention have a step that failed for good
	 * @param limit nobody is counted beyond it, so a figure that reaches it stands for
	 * that many or more
	 */
	record UserCounts(int inProgress, int ready, int needsAttention, int limit) {
	}

}
