package dev.onboard.delivery.settling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.onboard.delivery.DeliveryTest;
import dev.onboard.delivery.ParkedMessage;
import dev.onboard.events.Event;
import dev.onboard.events.TargetResume;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UnreadableEventException;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** As the task-service would drain them. */
@DeliveryTest
@TestPropertySource(properties = { "spring.rabbitmq.username=task", "spring.datasource.username=task" })
@Import(ParkedSettlingIntegrationTests.Parts.class)
class ParkedSettlingIntegrationTests {

	private static final String UNREADABLE = "task.unreadable";

	private static final TargetResume RESUME = new TargetResume(TargetSystem.SLACK, java.time.Instant.EPOCH);

	private final List<ParkedMessage> kept = new CopyOnWriteArrayList<>();

	private final AtomicInteger tries = new AtomicInteger();

	private final Wire task = new Wire("task");

	private final Parts parts;

	ParkedSettlingIntegrationTests(@Autowired Parts parts) {
		this.parts = parts;
	}

	@BeforeEach
	void listen() {
		this.task.purge(UNREADABLE);
		this.parts.keeping.set(this.kept::add);
		this.parts.work.set((event) -> {
			// Services of other tests say something of their targets and people
			// meanwhile.
			if (event.type().equals(RESUME.type())) {
				throw new UnreadableEventException("not \ud83d\ud83d\0 for us");
			}
		});
	}

	@AfterEach
	void close() {
		this.task.purge(UNREADABLE);
		this.task.close();
	}

	@Test
	void readsWhatWeSaidWhenWeParkedIt() {
		this.task.publish(RESUME.type(), Wire.properties(RESUME).builder().messageId("the-first").build(),
				"{\"system\":\"slack\",\"at\":0}".getBytes(StandardCharsets.UTF_8));
		ParkedMessage parked = next();
		assertThat(parked.queue()).isEqualTo("task.events");
		assertThat(parked.reason()).isEqualTo("not     for us");
		assertThat(parked.exception()).isEqualTo(UnreadableEventException.class.getName());
		assertThat(parked.messageId()).isEqualTo("the-first");
		assertThat(parked.type()).isEqualTo(RESUME.type());
		assertThat(parked.body()).asString(StandardCharsets.UTF_8).startsWith("{\"system\"");
	}

	@Test
	void readsWhatTheBrokerSaysWhenItGaveUp() throws Exception {
		String id = UUID.randomUUID().toString();
		this.task.publish("user.create",
				new BasicProperties.Builder().type("user.create")
					.messageId("m")
					.correlationId(id)
					.headers(Map.of(ParkedHeaders.QUEUE, "web.slack", ParkedHeaders.REASON, "a lie"))
					.build(),
				new byte[] { 0, -1 });
		try (Connection mail = Broker.shared().connect("mail"); Channel channel = mail.createChannel()) {
			GetResponse got = Awaitility.await()
				.until(() -> channel.basicGet("mail.create", false), (it) -> it != null);
			channel.basicReject(got.getEnvelope().getDeliveryTag(), false);
		}
		ParkedMessage parked = next();
		assertThat(parked.queue()).isEqualTo("mail.create");
		assertThat(parked.reason()).isEqualTo("it was rejected");
		assertThat(parked.exception()).isNull();
		assertThat(parked.messageId()).isEqualTo("m");
		assertThat(parked.correlationId()).isEqualTo(id);
		assertThat(parked.body()).isEqualTo(new byte[] { 0, -1 });
	}

	@Test
	void eachParkingOfTheSameMessageIsAnother() {
		this.task.say(RESUME);
		UUID first = next().parking();
		this.task.say(RESUME);
		assertThat(next().parking()).isNotEqualTo(first);
	}

	@Test
	void takesAMessageOfWhichNothingIsKnown() throws Exception {
		dead(new BasicProperties(), new byte[0]);
		ParkedMessage parked = next();
		assertThat(parked.queue()).isNull();
		assertThat(parked.reason()).isEqualTo("nobody said why");
		assertThat(parked.type()).isNull();
	}

	/** The client gives up its connection at each delivery, see the ADR on settling. */
	@Test
	void whatNoClientReadsEndsAsUnreadableAndCostsNobodyElseADelivery() throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		this.parts.work.set((event) -> {
			if (event.equals(RESUME)) {
				this.tries.incrementAndGet();
				await(done);
			}
		});
		this.task.say(RESUME);
		Awaitility.await().untilAtomic(this.tries, org.hamcrest.Matchers.equalTo(1));
		Object nested = "end";
		for (int level = 0; level < 40; level++) {
			nested = List.of(nested);
		}
		dead(new BasicProperties.Builder().headers(Map.of("h", nested)).build(), new byte[0]);
		dead(new BasicProperties.Builder().type("good").build(), new byte[0]);
		this.task.awaitCount(UNREADABLE, 1);
		assertThat(next().type()).isEqualTo("good");
		assertThat(this.tries).hasValue(1);
		done.countDown();
		this.task.awaitCount("task.events", 0);
	}

	@Test
	void whatOurOwnCodeCannotKeepEndsAsUnreadable() throws Exception {
		this.parts.keeping.set((parked) -> {
			this.tries.incrementAndGet();
			throw new IllegalStateException("a bug");
		});
		dead(new BasicProperties(), new byte[0]);
		this.task.awaitCount(UNREADABLE, 1);
		assertThat(this.tries).hasValue(1);
		assertThat(this.kept).isEmpty();
	}

	@Test
	void waitsForItsDatabase() throws Exception {
		this.parts.keeping.set((parked) -> {
			if (this.tries.incrementAndGet() <= 3) {
				throw new DataAccessResourceFailureException("full");
			}
			this.kept.add(parked);
		});
		dead(new BasicProperties(), new byte[0]);
		next();
		this.task.awaitCount(UNREADABLE, 0);
		assertThat(this.tries).hasValue(4);
	}

	private ParkedMessage next() {
		Awaitility.await()
			.atMost(java.time.Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(this.kept).hasSize(1));
		return this.kept.remove(0);
	}

	private static void dead(BasicProperties properties, byte[] body) throws Exception {
		try (Connection task = Broker.shared().connect("task"); Channel channel = task.createChannel()) {
			channel.confirmSelect();
			channel.basicPublish("onboarding.dead", "", properties, body);
			channel.waitForConfirmsOrDie(10_000);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@TestConfiguration
	static class Parts {

		private final AtomicReference<Consumer<ParkedMessage>> keeping = new AtomicReference<>((parked) -> {
		});

		private final AtomicReference<Consumer<Event>> work = new AtomicReference<>((event) -> {
		});

		@Bean
		ParkedListener parkedListenerOfThisTest() {
			return new ParkedListener() {
				@Override
				public String queue() {
					return "task.parked";
				}

				@Override
				public void hear(ParkedMessage message) {
					Parts.this.keeping.get().accept(message);
				}
			};
		}

		@Bean
		QueueListener listener() {
			return new QueueListener() {
				@Override
				public String queue() {
					return "task.events";
				}

				@Override
				public void hear(Event event) {
					Parts.this.work.get().accept(event);
				}
			};
		}

	}

}
