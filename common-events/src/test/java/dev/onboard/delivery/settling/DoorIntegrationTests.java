package dev.onboard.delivery.settling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import dev.onboard.delivery.DeliveryTest;
import dev.onboard.delivery.forgetting.Erased;
import dev.onboard.delivery.forgetting.Erasing;
import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.Person;
import dev.onboard.events.TargetResume;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import dev.onboard.events.UserErase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DeliveryTest
class DoorIntegrationTests {

	private final Event create = new UserCreate(
			new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null, null, null),
			Attempt.FIRST);

	private final List<Event> heard = new ArrayList<>();

	private final Erasing erasing;

	private final Erased erased;

	private final TransactionTemplate transaction;

	DoorIntegrationTests(@Autowired Erasing erasing, @Autowired Erased erased,
			@Autowired TransactionTemplate transaction) {
		this.erasing = erasing;
		this.erased = erased;
		this.transaction = transaction;
	}

	@Test
	void isOpenForEverybodyElse() {
		Event resume = new TargetResume(TargetSystem.MAIL, Instant.EPOCH);
		Door door = door(this.heard::add);
		List.of(this.create, resume).forEach(door::hear);
		assertThat(this.heard).containsExactly(this.create, resume);
	}

	@Test
	void isShutForWhoWasErasedButNotForBeingErasedAgain() {
		erase();
		Event erase = new UserErase(id(), Attempt.FIRST);
		Door door = door(this.heard::add);
		List.of(this.create, erase).forEach(door::hear);
		assertThat(this.heard).containsExactly(erase);
	}

	/** Else what they asked not to be kept would be kept among the parked messages. */
	@Test
	void dropsWhatFailsBecauseThePersonWasErasedMeanwhile() {
		door((event) -> {
			erase();
			throw new IllegalStateException("nobody has this id");
		}).hear(this.create);
	}

	@Test
	void asksNobodyFirstWhereTheListenerKnows() {
		erase();
		Door door = door((event) -> {
			this.heard.add(event);
			throw new IllegalStateException("nobody has this id");
		}, true);
		door.hear(this.create);
		assertThat(this.heard).containsExactly(this.create);
	}

	@Test
	void hidesNoOtherFailure() {
		assertThatIllegalStateException().isThrownBy(() -> door((event) -> {
			throw new IllegalStateException("broken");
		}).hear(this.create)).withMessage("broken");
	}

	private UUID id() {
		return ((UserCreate) this.create).person().id();
	}

	private void erase() {
		this.transaction.executeWithoutResult((tx) -> this.erasing.forget(id(), ""));
	}

	private Door door(Consumer<Event> hearing) {
		return door(hearing, false);
	}

	private Door door(Consumer<Event> hearing, boolean knowsErased) {
		return new Door(new QueueListener() {
			@Override
			public String queue() {
				return "mail.create";
			}

			@Override
			public boolean knowsErased() {
				return knowsErased;
			}

			@Override
			public void hear(Event event) {
				hearing.accept(event);
			}
		}, this.erased);
	}

}
