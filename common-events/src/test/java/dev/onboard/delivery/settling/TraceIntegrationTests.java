package dev.onboard.delivery.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.onboard.delivery.DeliveryTest;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UserCreate;
import dev.onboard.testing.Wire;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@DeliveryTest
@Import(TraceIntegrationTests.Parts.class)
@TestPropertySource(properties = { "management.opentelemetry.tracing.export.schedule-delay=50ms",
		"onboard.delivery.circuit.probe-delays=200ms" })
class TraceIntegrationTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String SENDER = "00f067aa0ba902b7";

	private static final String TRACEPARENT = "00-" + TRACE + "-" + SENDER + "-01";

	/** Sampled, and maybe said to be random. */
	private static final String BEGUN_HERE = "00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]";

	private final Person alice = new Person(UUID.randomUUID(), "alice", "alice@example.com", "Alice", "Ivanova", null,
			null, null);

	private final Wire task = new Wire("task");

	private final Spans spans;

	private final Mailbox mailbox;

	TraceIntegrationTests(@Autowired Spans spans, @Autowired Mailbox mailbox) {
		this.spans = spans;
		this.mailbox = mailbox;
	}

	@BeforeEach
	void forget() {
		this.task.drain("task.events");
		this.mailbox.forget();
		this.spans.all.clear();
	}

	@AfterEach
	void close() {
		this.task.close();
	}

	@Test
	void goesOnWithTheTraceOfTheMessageAndSendsItOn() {
		say(TRACEPARENT);
		assertThat(traceparent(awaitReport(StepResult.ADDED))).startsWith("00-" + TRACE + "-").endsWith("-01");
		SpanData hearing = this.spans.await("hear user.create");
		assertThat(hearing.getTraceId()).isEqualTo(TRACE);
		assertThat(hearing.getParentSpanId()).isEqualTo(SENDER);
		SpanData effect = this.spans.await("mailbox");
		assertThat(effect.getTraceId()).isEqualTo(TRACE);
		assertThat(effect.getParentSpanId()).isEqualTo(hearing.getSpanId());
		assertThat(effect.getAttributes().asMap().toString()).contains("outcome=done", "system=mail", "effect=mailbox");
	}

	@Test
	void aRetryIsInTheSameTrace() {
		this.mailbox.outcomes.add(new Outcome.Transient("down"));
		say(TRACEPARENT);
		assertThat(traceparent(awaitReport(StepResult.RETRYING))).startsWith("00-" + TRACE + "-");
		assertThat(traceparent(awaitReport(StepResult.ADDED))).startsWith("00-" + TRACE + "-");
		SpanData first = this.spans.await("hear user.create");
		SpanData retry = this.spans.await("hear user.mail.retry");
		assertThat(retry.getParentSpanId()).isEqualTo(first.getSpanId());
		assertThat(this.spans.all).filteredOn((span) -> span.getName().equals("mailbox"))
			.extracting(SpanData::getTraceId, SpanData::getParentSpanId)
			.containsExactly(tuple(TRACE, first.getSpanId()), tuple(TRACE, retry.getSpanId()));
	}

	/** A paused target's message is taken by another way than the listener's. */
	@Test
	void theProbeOfAPausedTargetIsInTheTraceOfWhomItIsFor() {
		this.mailbox.outcomes.add(new Outcome.Misconfigured("revoked"));
		say(TRACEPARENT);
		assertThat(traceparent(awaitReport(StepResult.ADDED))).startsWith("00-" + TRACE + "-");
		assertThat(this.mailbox.threads).last().asString().startsWith("target-mail");
		assertThat(this.spans.await("hear user.mail.retry").getTraceId()).isEqualTo(TRACE);
	}

	@Test
	void beginsATraceWhereThereIsNone() {
		say(null);
		assertThat(traceparent(awaitReport(StepResult.ADDED))).matches(BEGUN_HERE);
		assertThat(this.spans.await("hear user.create").getParentSpanContext().isValid()).isFalse();
	}

	static Stream<Object> hostile() {
		return Stream.of("", " ", "00", "garbage", "00-" + TRACE + "-" + SENDER, TRACEPARENT + "-more",
				"ff-" + TRACE + "-" + SENDER + "-01", "00-" + "0".repeat(32) + "-" + SENDER + "-01",
				"00-" + TRACE + "-" + "0".repeat(16) + "-01", "00-" + TRACE + "-" + SENDER + "-zz",
				("00-" + TRACE + "-" + SENDER + "-01").toUpperCase(java.util.Locale.ROOT).replace('4', 'Ж'),
				"00-\0\n" + TRACE.substring(2) + "-" + SENDER + "-01", "0".repeat(5000), 55, true, List.of(TRACEPARENT),
				Map.of("00", TRACEPARENT), new byte[] { 0, -1 });
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void takesNoNoticeOfATraceThatIsNone(Object traceparent) {
		say(traceparent);
		assertThat(traceparent(awaitReport(StepResult.ADDED))).matches(BEGUN_HERE).doesNotContain(TRACE);
		assertThat(this.task.drain("task.parked")).isEmpty();
	}

	@Test
	void whoAndInWhichTraceStandsInTheLogThroughoutEvenWhereItFails() {
		this.mailbox.outcomes.add(new Outcome.Transient("down"));
		say(TRACEPARENT);
		awaitReport(StepResult.ADDED);
		assertThat(this.mailbox.contexts).hasSize(2)
			.allSatisfy((context) -> assertThat(context).containsEntry("person", this.alice.id().toString())
				.containsEntry("traceId", TRACE));
	}

	private void say(Object traceparent) {
		UserCreate event = new UserCreate(this.alice, Attempt.FIRST);
		Map<String, Object> headers = new HashMap<>();
		if (traceparent != null) {
			headers.put("traceparent", traceparent);
		}
		BasicProperties properties = Wire.properties(event).builder().headers(headers).build();
		this.task.publish(event.type(), properties, EventJson.write(event));
	}

	private GetResponse awaitReport(StepResult result) {
		List<GetResponse> heard = new ArrayList<>();
		return Awaitility.await().until(() -> {
			heard.addAll(this.task.drain("task.events"));
			return heard.stream()
				.filter((message) -> Wire.read(message) instanceof StepReport report && report.result() == result)
				.findFirst();
		}, java.util.Optional::isPresent).orElseThrow();
	}

	private static String traceparent(GetResponse message) {
		return String.valueOf(message.getProps().getHeaders().get("traceparent"));
	}

	/** An effect that ends as a test wants it, and well when nothing is wanted. */
	static final class Mailbox implements Effect {

		private final Deque<Outcome> outcomes = new ConcurrentLinkedDeque<>();

		private final List<String> threads = new CopyOnWriteArrayList<>();

		private final List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();

		@Override
		public String name() {
			return "mailbox";
		}

		@Override
		public Outcome perform(Work work) {
			this.threads.add(Thread.currentThread().getName());
			this.contexts.add(MDC.getCopyOfContextMap());
			Outcome next = this.outcomes.poll();
			return (next != null) ? next : new Outcome.Done("created");
		}

		private void forget() {
			this.outcomes.clear();
			this.threads.clear();
			this.contexts.clear();
		}

	}

	/** Where spans go in these tests. */
	static final class Spans implements SpanExporter {

		private final List<SpanData> all = new CopyOnWriteArrayList<>();

		@Override
		public CompletableResultCode export(Collection<SpanData> ended) {
			this.all.addAll(ended);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

		SpanData await(String name) {
			return Awaitility.await("span " + name)
				.until(() -> this.all.stream().filter((span) -> span.getName().equals(name)).findFirst(),
						java.util.Optional::isPresent)
				.orElseThrow();
		}

	}

	@TestConfiguration
	static class Parts {

		@Bean
		Spans spans() {
			return new Spans();
		}

		@Bean
		Mailbox mailbox() {
			return new Mailbox();
		}

		@Bean
		QueueListener listener(Steps steps, Mailbox mailbox) {
			Step step = new Step(TargetSystem.MAIL, List.of(mailbox));
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
					if (event instanceof UserCreate create) {
						steps.carry(step, create.person(), create.attempt(), queue());
					}
					else if (event instanceof StepRetry retry) {
						steps.carry(step, retry.person(), retry.attempt(), queue());
					}
				}
			};
		}

	}

}
