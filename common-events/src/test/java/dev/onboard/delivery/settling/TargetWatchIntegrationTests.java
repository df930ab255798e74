package dev.onboard.delivery.settling;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import dev.onboard.delivery.DeliveryTest;
import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.Person;
import dev.onboard.events.PersonEvent;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@DeliveryTest
@Import(TargetWatchIntegrationTests.Listener.class)
@TestPropertySource(properties = "onboard.delivery.circuit.probe-delays=700ms")
class TargetWatchIntegrationTests {

	private final Target target;

	private final Circuits circuits;

	private final ListenersHealthIndicator health;

	private final JdbcClient jdbc;

	private final Wire task = new Wire("task");

	private final Wire mail = new Wire("mail");

	TargetWatchIntegrationTests(@Autowired Target target, @Autowired Circuits circuits,
			@Autowired ListenersHealthIndicator health, @Autowired JdbcClient jdbc) {
		this.target = target;
		this.circuits = circuits;
		this.health = health;
		this.jdbc = jdbc;
	}

	@AfterEach
	void recover() {
		this.target.works.set(true);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> !this.circuits.look(TargetSystem.MAIL) && !held());
		this.task.close();
		this.mail.close();
	}

	@Test
	void whoeverComesWaitsInTheQueueWhileOneAfterTheOtherProbes() {
		List<UUID> people = paused(12);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.health.health().getDetails()).containsEntry("held", List.of("mail.create"));
		this.target.calls.clear();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> this.target.calls.size() >= 4);
		assertThat(this.target.calls).doesNotHaveDuplicates().isSubsetOf(people);
		this.target.works.set(true);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.target.done).containsExactlyInAnyOrderElementsOf(people));
		assertThat(this.target.attempts).containsOnly(Attempt.FIRST);
		assertThat(this.health.health().getDetails()).containsEntry("held", List.of());
	}

	@Test
	void somebodySaysThatItGoesOn() {
		List<UUID> people = paused(3);
		this.target.works.set(true);
		this.circuits.resume(TargetSystem.MAIL);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.target.done).containsAll(people));
	}

	@Test
	void theFirstWhoComesIsTheProbeHoweverLongNobodyCame() {
		this.circuits.pauseFor(TargetSystem.MAIL, "wait", Duration.ZERO);
		Awaitility.await().until(this::held);
		Awaitility.await().during(Duration.ofSeconds(2)).until(() -> probes() == 0);
		UserCreate order = create();
		this.task.say(order);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.target.done).contains(order.person().id()));
	}

	private boolean held() {
		return this.health.health().getDetails().get("held").equals(List.of("mail.create"));
	}

	private int probes() {
		return this.jdbc.sql("select probes from target").query(Integer.class).single();
	}

	private List<UUID> paused(int people) {
		this.target.done.clear();
		this.target.attempts.clear();
		this.target.works.set(false);
		List<UserCreate> orders = IntStream.range(0, people).mapToObj((number) -> create()).toList();
		orders.forEach(this.task::say);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::held);
		// Whoever was in hand when it paused is back, and at most one is a probe.
		this.mail.awaitAtLeast("mail.create", people - 1);
		return orders.stream().map((order) -> order.person().id()).toList();
	}

	private static UserCreate create() {
		UUID id = UUID.randomUUID();
		return new UserCreate(new Person(id, "p" + id, "p" + id + "@example.com", "Some", "Body", null, null, null),
				Attempt.FIRST);
	}

	/** Refuses everybody until it works. */
	static class Target implements Effect {

		private final AtomicBoolean works = new AtomicBoolean(true);

		private final List<UUID> calls = new CopyOnWriteArrayList<>();

		private final List<UUID> done = new CopyOnWriteArrayList<>();

		private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

		@Override
		public String name() {
			return "mailbox";
		}

		@Override
		public Outcome perform(Work work) {
			this.calls.add(work.person().id());
			this.attempts.add(work.attempt());
			if (!this.works.get()) {
				return new Outcome.Misconfigured("no access");
			}
			this.done.add(work.person().id());
			return new Outcome.Done("created");
		}

	}

	@TestConfiguration
	static class Listener {

		@Bean
		Target target() {
			return new Target();
		}

		@Bean
		QueueListener listener(Steps steps, Target target) {
			Step step = new Step(TargetSystem.MAIL, List.of(target));
			return new QueueListener() {
				@Override
				public String queue() {
					return "mail.create";
				}

				@Override
				public TargetSystem target() {
					return TargetSystem.MAIL;
				}

				@Override
				public void hear(Event event) {
					PersonEvent order = (PersonEvent) event;
					steps.carry(step, order.person(), order.attempt(), queue());
				}
			};
		}

	}

}
