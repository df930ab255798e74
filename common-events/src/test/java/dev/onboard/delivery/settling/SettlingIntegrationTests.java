package dev.onboard.delivery.settling;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.onboard.delivery.DeliveryTest;
import dev.onboard.events.Attempt;
import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.Person;
import dev.onboard.events.UserCreate;
import dev.onboard.events.UserErase;
import dev.onboard.testing.Database;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DeliveryTest
@Import(SettlingIntegrationTests.Listener.class)
class SettlingIntegrationTests {

	private static final String PARKED = "task.parked";

	private final List<Event> heard = new CopyOnWriteArrayList<>();

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicReference<Consumer<Event>> behaviour;

	private final JdbcClient jdbc;

	private final DataSource database;

	private final RabbitListenerEndpointRegistry containers;

	private final Wire task = new Wire("task");

	SettlingIntegrationTests(@Autowired AtomicReference<Consumer<Event>> behaviour, @Autowired JdbcClient jdbc,
			@Autowired DataSource database, @Autowired RabbitListenerEndpointRegistry containers) {
		this.behaviour = behaviour;
		this.jdbc = jdbc;
		this.database = database;
		this.containers = containers;
	}

	@BeforeEach
	void listen() {
		this.task.drain(PARKED);
		this.behaviour.set(this.heard::add);
	}

	@AfterEach
	void close() {
		this.task.close();
	}

	static Stream<Arguments> unreadable() {
		byte[] good = EventJson.write(create("alice"));
		BasicProperties typed = Wire.properties(create("alice"));
		return Stream.of(Arguments.of("not JSON", typed, bytes("hello"), "cannot be read"),
				Arguments.of("truncated", typed, bytes("{\"person\":{\"id\""), "cannot be read"),
				Arguments.of("empty", typed, new byte[0], "cannot be read"),
				Arguments.of("wrong types", typed, bytes("{\"person\":[],\"attempt\":\"1\"}"), "cannot be read"),
				Arguments.of("missing fields", typed, bytes("{}"), "person is missing"),
				Arguments.of("binary", typed, new byte[] { 0, -1, 7, 0 }, "cannot be read"),
				Arguments.of("no type", new BasicProperties(), good, "unknown message type: null"),
				Arguments.of("unknown type", typed.builder().type("user.destroy").build(), good,
						"unknown message type: user.destroy"),
				Arguments.of("hostile type", typed.builder().type("a\nb\0c" + "x".repeat(200)).build(), good,
						"unknown message type"),
				Arguments.of("hostile ids", typed.builder().type("x").messageId("\0\n").correlationId("\0\n").build(),
						good, "unknown message type"),
				Arguments.of("large", typed, new byte[100_000], "the body has 100000 bytes"),
				Arguments.of("deep JSON", typed, bytes("[".repeat(60_000)), "cannot be read"),
				Arguments.of("nested headers", new BasicProperties.Builder().headers(nested(30)).build(), good,
						"unknown message type"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("unreadable")
	void parksWhatNobodyCanReadWithTheReasonAndMovesOn(String what, BasicProperties properties, byte[] body,
			String reason) {
		this.task.publish("user.create", properties, body);
		UserCreate next = create("bob");
		this.task.say(next);
		GetResponse parked = this.task.take(PARKED);
		assertThat(parked.getBody()).isEqualTo(body);
		assertThat(header(parked, ParkedHeaders.REASON)).contains(reason);
		assertThat(header(parked, ParkedHeaders.QUEUE)).isEqualTo("mail.create");
		assertThat(header(parked, ParkedHeaders.EXCEPTION)).endsWith("UnreadableEventException");
		awaitHeard(next);
		assertThat(this.task.drain(PARKED)).isEmpty();
	}

	/**
	 * The client reads at most 32 levels and gives up its connection at one more, so that
	 * the converter of Spring AMQP, which has no limit up to 4.1.2 (CVE-2026-59404),
	 * never sees them. The broker counts the lost connections and parks the message.
	 */
	@Test
	void leavesHeadersThatNoClientReadsToTheBrokerAndMovesOn() throws Exception {
		BasicProperties deep = Wire.properties(create("alice")).builder().headers(nested(12_000)).build();
		withLargeStack(() -> this.task.publish("user.create", deep, EventJson.write(create("alice"))));
		UserCreate next = create("bob");
		this.task.say(next);
		awaitHeard(next);
		this.task.awaitCount(PARKED, 1);
		this.task.purge(PARKED);
	}

	@Test
	void takesNoNoticeOfAJavaTypeInTheHeaders() {
		UserCreate event = create("alice");
		this.task.publish("user.create",
				Wire.properties(event).builder().headers(Map.of("__TypeId__", "java.lang.ProcessBuilder")).build(),
				EventJson.write(event));
		awaitHeard(event);
	}

	/** Else whoever may say one thing could say another. */
	@Test
	void parksWhatWasSaidUnderTheNameOfAnother() {
		UserErase other = new UserErase(UUID.randomUUID(), Attempt.FIRST);
		this.task.publish("user.create", Wire.properties(other), EventJson.write(other));
		assertThat(header(this.task.take(PARKED), ParkedHeaders.REASON))
			.isEqualTo("the type user.erase came as user.create");
		assertThat(this.heard).isEmpty();
	}

	@Test
	void parksAMessageThatOurOwnCodeFailsOn() {
		this.behaviour.set((event) -> {
			this.calls.incrementAndGet();
			throw new IllegalStateException("a bug");
		});
		this.task.say(create("alice"));
		GetResponse parked = this.task.take(PARKED);
		assertThat(header(parked, ParkedHeaders.REASON)).isEqualTo("a bug");
		assertThat(header(parked, ParkedHeaders.EXCEPTION)).isEqualTo(IllegalStateException.class.getName());
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void parksEvenAnErrorInsteadOfFreezingTheConsumer() {
		this.behaviour.set((event) -> {
			throw new StackOverflowError("too deep");
		});
		this.task.say(create("alice"));
		assertThat(header(this.task.take(PARKED), ParkedHeaders.EXCEPTION))
			.isEqualTo(StackOverflowError.class.getName());
	}

	@Test
	void refusesAMessageOfTwoMegabytesAtTheBroker() {
		try (Wire hostile = new Wire("task")) {
			assertThat(org.assertj.core.api.Assertions.catchThrowable(
					() -> hostile.publish("user.create", Wire.properties(create("alice")), new byte[2_000_000])))
				.isNotNull();
		}
		UserCreate next = create("bob");
		this.task.say(next);
		awaitHeard(next);
	}

	@Test
	void waitsForItsDatabaseAndBurnsNoDeliveries() {
		this.behaviour.set((event) -> {
			this.calls.incrementAndGet();
			this.jdbc.sql("select 1").query(Integer.class).single();
			this.heard.add(event);
		});
		Database.shared().crash();
		List<UserCreate> events = Stream.of("a", "b", "c", "d").map(SettlingIntegrationTests::create).toList();
		try {
			events.forEach(this.task::say);
			Awaitility.await()
				.until(() -> this.containers.getListenerContainers().stream().noneMatch((it) -> it.isRunning()));
			Awaitility.await().during(Duration.ofSeconds(8)).atMost(Duration.ofSeconds(10)).until(this.heard::isEmpty);
		}
		finally {
			Database.shared().start();
		}
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.heard).hasSize(4).containsAll(events));
		assertThat(this.calls.get()).isLessThanOrEqualTo(12);
		assertThat(this.task.drain(PARKED)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "outbox", "of_a_service" })
	void staysPausedWhileItsDatabaseAnswersButCannotWrite(String table) throws Exception {
		this.jdbc.sql("create table if not exists " + table + " (id integer)").update();
		this.behaviour.set((event) -> {
			this.calls.incrementAndGet();
			this.jdbc.sql("delete from " + table + " where false").update();
			this.heard.add(event);
		});
		UserCreate event = create("alice");
		try (Connection blocker = this.database.getConnection(); Statement lock = blocker.createStatement()) {
			blocker.setAutoCommit(false);
			lock.execute("lock table " + table + " in access exclusive mode");
			this.task.say(event);
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::allPaused);
			Awaitility.await().during(Duration.ofSeconds(12)).atMost(Duration.ofSeconds(15)).until(this::allPaused);
			blocker.rollback();
		}
		awaitHeard(event);
		assertThat(this.calls.get()).isLessThanOrEqualTo(2);
		this.jdbc.sql("drop table if exists of_a_service").update();
	}

	/**
	 * Such as a row of it that somebody has locked, while everything else can be written.
	 */
	@Test
	void putsOffAMessageThatAloneFailsInTheDatabaseAndNeverParksIt() {
		UserCreate stuck = create("alice");
		this.behaviour.set((event) -> {
			if (event.equals(stuck) && this.calls.incrementAndGet() <= 22) {
				throw new CannotAcquireLockException("locked");
			}
			this.heard.add(event);
		});
		this.task.say(stuck);
		awaitHeard(stuck);
		assertThat(this.task.drain(PARKED)).isEmpty();
	}

	private boolean allPaused() {
		return this.containers.getListenerContainers().stream().noneMatch((container) -> container.isRunning());
	}

	private void awaitHeard(Event event) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(this.heard).containsExactly(event));
	}

	private static String header(GetResponse message, String name) {
		return String.valueOf(message.getProps().getHeaders().get(name));
	}

	private static UserCreate create(String login) {
		return new UserCreate(
				new Person(UUID.randomUUID(), login, login + "@example.com", "Алиса", "李", null, null, null),
				Attempt.FIRST);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static Map<String, Object> nested(int depth) {
		Object inner = "end";
		for (int level = 0; level < depth; level++) {
			List<Object> outer = new ArrayList<>();
			outer.add(inner);
			inner = outer;
		}
		Map<String, Object> headers = new HashMap<>();
		headers.put("h", inner);
		return headers;
	}

	/** The client writes nested headers recursively, too. */
	private static void withLargeStack(Runnable task) throws InterruptedException {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Thread thread = new Thread(null, task, "large-stack", 1L << 28);
		thread.setUncaughtExceptionHandler((self, thrown) -> failure.set(thrown));
		thread.start();
		thread.join();
		assertThat(failure.get()).isNull();
	}

	@TestConfiguration
	static class Listener {

		@Bean
		AtomicReference<Consumer<Event>> behaviour() {
			return new AtomicReference<>((event) -> {
			});
		}

		@Bean
		QueueListener listener(AtomicReference<Consumer<Event>> behaviour) {
			return new QueueListener() {
				@Override
				public String queue() {
					return "mail.create";
				}

				@Override
				public void hear(Event event) {
					behaviour.get().accept(event);
				}
			};
		}

	}

}
