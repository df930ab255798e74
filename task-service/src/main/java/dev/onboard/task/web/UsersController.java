package dev.onboard.task.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;

import dev.onboard.task.AcceptingPeople;
import dev.onboard.task.ChangingPeople;
import dev.onboard.task.Filter;
import dev.onboard.task.People;
import dev.onboard.task.PeopleSlice;
import dev.onboard.task.PersonPage;
import dev.onboard.task.PersonState;
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
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/users")
class UsersController {

	private final AcceptingPeople accepting;

	private final ChangingPeople changing;

	private final People people;

	private final PersonRequests requests;

	UsersController(AcceptingPeople accepting, ChangingPeople changing, People people, PersonRequests requests) {
		this.accepting = accepting;
		this.changing = changing;
		this.people = people;
		this.requests = requests;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PersonPage> create(
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
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

	@GetMapping("/{id}")
	PersonPage one(@PathVariable UUID id) {
		return this.people.get(id);
	}

	@PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	PersonPage change(@PathVariable UUID id, InputStream body) throws IOException {
		return this.changing.change(id, this.requests.change(ReceivedBody.of(body)));
	}

	@GetMapping
	Listing list(@RequestParam(required = false) @Nullable PersonState state,
			@RequestParam(required = false) @Nullable String search,
			@RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
		if (limit < 1 || limit > 200) {
			throw InvalidRequestException.of("limit", "must be from 1 to 200");
		}
		if (search != null && search.matches("(?s).*\\p{Cc}.*")) {
			throw InvalidRequestException.of("search", "must not contain control characters");
		}
		PeopleSlice slice = this.people.list(new Filter(state, search, after, limit));
		return new Listing(slice.people(), next(slice.next(), state, search, limit));
	}

	private static @Nullable String next(@Nullable Long after, @Nullable PersonState state, @Nullable String search,
			int limit) {
		if (after == null) {
			return null;
		}
		UriComponentsBuilder next = UriComponentsBuilder.fromPath("/users")
			.queryParam("after", after)
			.queryParam("limit", limit);
		if (state != null) {
			next.queryParam("state", state);
		}
		if (search != null) {
			next.queryParam("search", "{search}");
			return next.encode().buildAndExpand(search).toUriString();
		}
		return next.toUriString();
	}

	/**
	 * @param users newest first
	 * @param next path of the next page, null on the last one
	 */
	record Listing(List<PersonPage> users, @Nullable String next) {
	}

}
