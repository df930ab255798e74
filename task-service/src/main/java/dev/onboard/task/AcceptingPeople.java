package dev.onboard.task;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.UserCreate;
import dev.onboard.task.person.LoginTakenException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts a person: once this returns, they are never lost, whatever fails. */
@Component
public class AcceptingPeople {

	private final People people;

	private final Newcomers newcomers;

	private final IdempotencyKeys keys;

	private final Outbox outbox;

	private final TaskSettings settings;

	AcceptingPeople(People people, Newcomers newcomers, IdempotencyKeys keys, Outbox outbox, TaskSettings settings) {
		this.people = people;
		this.newcomers = newcomers;
		this.keys = keys;
		this.outbox = outbox;
		this.settings = settings;
	}

	/**
	 * Adds a person, unless this is a repeat, and says so to the other services.
	 * @param key recognises a repeat of this request, which changes nothing; null for
	 * none
	 * @param fingerprint of the whole request, to tell a repeat from another request
	 * @param request is read only when this is no repeat
	 * @return the person as they are now
	 * @throws IdempotencyKeyReusedException if the key came with another fingerprint
	 * @throws LoginTakenException if another person has this login
	 */
	@Transactional
	public PersonPage accept(@Nullable String key, String fingerprint, Supplier<NewPerson> request) {
		UUID id = UUID.randomUUID();
		if (key != null) {
			Optional<UUID> accepted = this.keys.take(key, fingerprint, id);
			if (accepted.isPresent()) {
				return this.people.get(accepted.get());
			}
		}
		NewPerson wanted = request.get();
		String language = Objects.requireNonNullElse(wanted.language(), this.settings.language());
		Person person = new Person(id, wanted.login(), this.settings.address(wanted.login()), wanted.firstName(),
				wanted.lastName(), wanted.contactEmail(), wanted.role(), language);
		Newcomers.Newcomer newcomer = this.newcomers.add(person);
		this.outbox.say(new UserCreate(person, Attempt.FIRST));
		return this.people.page(newcomer.row(), newcomer.progress(), null, List.of(newcomer.line()));
	}

}
