package dev.onboard.delivery.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.DeliveryTest;
import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Decision;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetResume;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UnreadableEventException;
import dev.onboard.events.UserCreate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** In a schema of its own, where no relay empties the outbox. */
@DeliveryTest
@TestPropertySource(properties = "spring.datasource.username=web")
class ControlIntegrationTests {

	private static final String QUEUE = "web.control";

	private static final Attempt SECOND = new Attempt(2, 1);

	private final List<Work> calls = new ArrayList<>();

	private Outcome outcome = new Outcome.Done("posted");

	private final Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null,
			null, null);

	private final List<Control.Route> routes = List
		.of(new Control.Route(new Step(TargetSystem.SLACK, List.of(new Post())), "web.slack"));

	private final Control control;

	private final Circuits circuits;

	private final Steps steps;

	private final JdbcClient jdbc;

	ControlIntegrationTests(@Autowired Control control, @Autowired Circuits circuits, @Autowired JdbcClient jdbc,
			@Autowired Steps steps, @Autowired @Qualifier("relay") Lifecycle relay) {
		relay.stop();
		this.control = control;
		this.circuits = circuits;
		this.jdbc = jdbc;
		this.steps = steps;
	}

	@BeforeEach
	void pause() {
		this.jdbc.sql("delete from target").update();
		this.jdbc.sql("delete from outbox").update();
		this.circuits.begin(TargetSystem.SLACK);
		this.circuits.pause(TargetSystem.SLACK, "no service");
	}

	@Test
	void letsAPausedTargetGoOn() {
		this.control.hear(new TargetResume(TargetSystem.SLACK, Instant.now()), this.routes, QUEUE);
		this.control.hear(new TargetResume(TargetSystem.SLACK, Instant.now()), this.routes, QUEUE);
		assertThat(this.circuits.look(TargetSystem.SLACK)).isFalse();
	}

	@Test
	void leavesAStepOutAtOnceThoughItsTargetIsPaused() {
		decide(new Instruction(Decision.SKIP, "no Slack"));
		assertThat(outbox()).last()
			.isInstanceOfSatisfying(StepReport.class,
					(report) -> assertThat(List.of(report.result(), report.attempt(), report.detail()))
						.isEqualTo(List.of(StepResult.SKIPPED, SECOND, "left out by hand: no Slack")));
		assertThat(this.calls).isEmpty();
	}

	@Test
	void believesAtOnceThatAStepWasDoneByHand() {
		decide(new Instruction(Decision.MARK_DONE, "I posted"));
		assertThat(outbox()).last()
			.isInstanceOfSatisfying(StepReport.class,
					(report) -> assertThat(report.result()).isEqualTo(StepResult.ADDED));
		assertThat(this.calls).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "ADOPT", "PURGE" })
	void whatNeedsTheTargetWaitsInItsQueue(Decision decision) {
		Instruction instruction = new Instruction(decision, "why");
		decide(instruction);
		assertThat(this.calls).isEmpty();
		assertThat(queued()).containsExactly(
				Map.entry("web.slack", new StepRetry(TargetSystem.SLACK, this.alice, SECOND, instruction)));
	}

	@Test
	void anotherTryWaitsInTheQueueOfItsTarget() {
		decide(null);
		assertThat(queued())
			.containsExactly(Map.entry("web.slack", new StepRetry(TargetSystem.SLACK, this.alice, SECOND, null)));
	}

	@Test
	void anOlderOrderThatWaitsAlreadyIsDroppedWhenItsTurnComes() {
		decide(null);
		this.circuits.resume(TargetSystem.SLACK);
		this.steps.carry(this.routes.get(0).step(), this.alice, Attempt.FIRST, "web.slack");
		assertThat(this.calls).isEmpty();
		this.steps.carry(this.routes.get(0).step(), this.alice, SECOND, "web.slack");
		assertThat(this.calls).extracting(Work::attempt).containsExactly(SECOND);
	}

	@Test
	void whatIsDoneStaysDoneWhateverIsAskedFor() {
		this.circuits.resume(TargetSystem.SLACK);
		this.steps.carry(this.routes.get(0).step(), this.alice, Attempt.FIRST, "web.slack");
		decide(null);
		this.steps.carry(this.routes.get(0).step(), this.alice, SECOND, "web.slack");
		assertThat(this.calls).extracting(Work::attempt).containsExactly(Attempt.FIRST);
	}

	/** The order was lost, or what was said of it: nobody who asks knows which. */
	@Test
	void whatIsAskedForAgainGoesOnWhereItStands() {
		this.circuits.resume(TargetSystem.SLACK);
		Attempt retried = SECOND.next();
		this.outcome = new Outcome.Transient("down", Duration.ofHours(1));
		this.steps.carry(this.routes.get(0).step(), this.alice, retried, "web.slack");
		this.jdbc.sql("delete from outbox").update();
		decide(null);
		assertThat(queued()).as("an attempt that is not due").isEmpty();
		this.jdbc.sql("update effect set due_at = now() where person_id = :alice")
			.param("alice", this.alice.id())
			.update();
		decide(null);
		assertThat(queued()).containsExactly(
				Map.entry("web.slack", new StepRetry(TargetSystem.SLACK, this.alice, retried.next(), null)));
	}

	@Test
	void doesNotTakeWhatIsNotMeantForIt() {
		List<Event> others = List.of(new TargetResume(TargetSystem.MAIL, Instant.now()),
				new StepRetry(TargetSystem.REDMINE, this.alice, SECOND, null),
				new UserCreate(this.alice, Attempt.FIRST));
		assertThat(others).allSatisfy((event) -> assertThatExceptionOfType(UnreadableEventException.class)
			.isThrownBy(() -> this.control.hear(event, this.routes, QUEUE))
			.withMessage("web.control does not take " + event.type()));
	}

	private void decide(@Nullable Instruction instruction) {
		this.control.hear(new StepRetry(TargetSystem.SLACK, this.alice, SECOND, instruction), this.routes, QUEUE);
	}

	private List<Map.Entry<String, Event>> queued() {
		return this.jdbc
			.sql("select routing_key, type, body from outbox where exchange = 'onboarding.requeue' order by id")
			.query((row, number) -> Map.entry(row.getString("routing_key"),
					EventJson.read(row.getString("type"), row.getBytes("body"))))
			.list();
	}

	private List<Event> outbox() {
		return this.jdbc.sql("select type, body from outbox order by id")
			.query((row, number) -> EventJson.read(row.getString("type"), row.getBytes("body")))
			.list();
	}

	private final class Post implements Effect {

		@Override
		public String name() {
			return "slack-post";
		}

		@Override
		public Outcome perform(Work work) {
			ControlIntegrationTests.this.calls.add(work);
			return ControlIntegrationTests.this.outcome;
		}

	}

}
