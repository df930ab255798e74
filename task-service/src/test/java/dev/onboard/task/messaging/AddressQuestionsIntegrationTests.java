package dev.onboard.task.messaging;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import dev.onboard.events.AddressQuestion;
import dev.onboard.events.AddressReply;
import dev.onboard.events.AddressReply.State;
import dev.onboard.events.EventJson;
import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Replica;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.naming.AddressAnswer;
import dev.onboard.task.naming.AddressCheck;
import dev.onboard.task.naming.Availability;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class AddressQuestionsIntegrationTests {

	/** Each answer comes within a second, or else not; and this machine may be busy. */
	private static final Duration LONGEST = Duration.ofSeconds(30);

	private final Api api;

	private final AddressCheck addresses;

	private final String address = "alice." + Somebody.token() + "@example.com";

	private final List<BasicProperties> asked = new CopyOnWriteArrayList<>();

	private final AddressReplies replies;

	private Connection mail = connect();

	AddressQuestionsIntegrationTests(@Autowired Api api, @Autowired AddressCheck addresses,
			@Autowired AddressReplies replies) {
		this.api = api;
		this.addresses = addresses;
		this.replies = replies;
	}

	/** The application may have started, or gone on, just now. */
	@BeforeEach
	void awaitReplies() {
		Awaitility.await().atMost(LONGEST).until(() -> this.replies.queue() != null);
	}

	@AfterEach
	void disconnect() {
		this.mail.abort();
	}

	@ParameterizedTest
	@EnumSource
	void saysWhatTheMailServiceSays(State state) throws Exception {
		answerWith((reply) -> new AddressReply(reply.address(), state, "so it is, вот"));
		JsonNode answer = Awaitility.await()
			.atMost(LONGEST)
			.until(() -> this.api.get("/addresses/" + this.address).expect(200).json(),
					(it) -> it.get("words").stringValue().equals("so it is, вот"));
		assertThat(answer.get("availability").stringValue()).isEqualTo(state.name());
		assertThat(this.asked).isNotEmpty().allSatisfy((question) -> {
			assertThat(question.getDeliveryMode()).as("not persistent").isEqualTo(1);
			assertThat(question.getReplyTo()).startsWith("amq.gen");
		});
	}

	@Test
	void knowsWhoIsBeingAddedWithoutAskingAnybody() throws Exception {
		answerWith(UnaryOperator.identity());
		NewPerson alice = Somebody.fresh();
		Answer accepted = this.api.accepted(alice);
		AddressAnswer answer = this.addresses.check(alice.login() + "@example.com");
		assertThat(answer).isEqualTo(new AddressAnswer(Availability.TAKEN,
				alice.login() + "@example.com is taken by Alice Ivanova, see /users/" + accepted.id()));
		assertThat(this.asked).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "alice@elsewhere.example", "Alice@example.com", "alice", "@example.com", "",
			"a..b@example.com", "alice@example.com@example.com", "1@example.com" })
	void asksNobodyForWhatIsNoAddressHere(String address) throws Exception {
		answerWith(UnaryOperator.identity());
		assertThat(this.addresses.check(address)).isEqualTo(new AddressAnswer(Availability.UNKNOWN,
				"People get addresses such as alice.ivanova@example.com, and this is none."));
		assertThat(this.asked).isEmpty();
	}

	@Test
	void doesWithoutAnAnswerAfterASecondAndNobodyParksTheQuestion() {
		try (Wire task = new Wire("task"); Wire mail = new Wire("mail")) {
			task.purge("task.parked");
			Answer answer = Awaitility.await("a second, where the machine is not too busy")
				.atMost(LONGEST)
				.until(() -> this.api.get("/addresses/" + this.address).expect(200),
						(it) -> it.took().compareTo(Duration.ofSeconds(2)) < 0);
			assertThat(answer.took()).isGreaterThan(Duration.ofMillis(950));
			assertThat(answer.json().get("availability").stringValue()).isEqualTo("UNKNOWN");
			assertThat(answer.json().get("words").stringValue()).contains("did not answer within a second");
			mail.awaitCount("mail.address-check", 0);
			task.awaitCount("task.parked", 0);
		}
	}

	@Test
	void anAnswerThatComesTooLateIsNobodysAndTheNextIsHeard() throws Exception {
		answerWith((reply) -> {
			Awaitility.await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
			return reply;
		});
		assertThat(this.addresses.check(this.address).availability()).isEqualTo(Availability.UNKNOWN);
		this.mail.abort();
		this.mail = connect();
		answerWith(UnaryOperator.identity());
		awaitFree("b" + this.address);
	}

	/** As whoever pauses the application and lets it go on. */
	@Test
	void hearsAnswersAgainAfterItHasPaused() throws Exception {
		answerWith(UnaryOperator.identity());
		this.replies.stop();
		assertThat(this.addresses.check(this.address).availability()).isEqualTo(Availability.UNKNOWN);
		this.replies.start();
		awaitFree(this.address);
	}

	@Test
	void eachReplicaHearsItsOwnAnswers() throws Exception {
		answerWith(UnaryOperator.identity());
		try (Replica other = new Replica(Map.of())) {
			awaitFree("b" + this.address);
			Awaitility.await()
				.atMost(LONGEST)
				.until(() -> other.api().get("/addresses/c" + this.address).expect(200).json(),
						(answer) -> answer.get("words").stringValue().equals("c" + this.address + " is free"));
			assertThat(this.asked.stream().map(BasicProperties::getReplyTo).distinct()).hasSize(2);
		}
	}

	@Test
	void onlySoManyWaitAtOnce() throws Exception {
		ExecutorService browsers = Executors.newFixedThreadPool(40);
		try {
			List<Callable<String>> questions = IntStream.range(0, 40)
				.<Callable<String>>mapToObj((number) -> () -> this.addresses.check("a" + number + this.address).words())
				.toList();
			List<String> words = new ArrayList<>();
			for (Future<String> answer : browsers.invokeAll(questions)) {
				words.add(answer.get());
			}
			assertThat(words).anyMatch((it) -> it.contains("too many are asking at once"))
				.anyMatch((it) -> it.contains("did not answer within a second"));
		}
		finally {
			browsers.shutdownNow();
		}
		answerWith(UnaryOperator.identity());
		awaitFree(this.address);
	}

	@Test
	void doesWithoutAnAnswerWhileTheBrokerIsAwayAndAsksAgainWhenItIsBack() throws Exception {
		Broker.shared().crash();
		try {
			Answer answer = Awaitility.await("two seconds, where the machine is not too busy")
				.atMost(LONGEST)
				.until(() -> this.api.get("/addresses/" + this.address).expect(200),
						(it) -> it.took().compareTo(Duration.ofSeconds(2)) < 0);
			assertThat(answer.json().get("availability").stringValue()).isEqualTo("UNKNOWN");
		}
		finally {
			Broker.shared().start();
		}
		this.mail = connect();
		answerWith(UnaryOperator.identity());
		awaitFree(this.address);
	}

	private void awaitFree(String address) {
		Awaitility.await().atMost(LONGEST).until(() -> this.addresses.check(address), free(address)::equals);
	}

	private static AddressAnswer free(String address) {
		return new AddressAnswer(Availability.FREE, address + " is free");
	}

	private static Connection connect() {
		try {
			return Broker.shared().connect("mail");
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** As the mail-service, to which every address is free. */
	private void answerWith(UnaryOperator<AddressReply> change) throws IOException {
		Channel channel = this.mail.createChannel();
		channel.basicConsume("mail.address-check", true, new DefaultConsumer(channel) {
			@Override
			public void handleDelivery(String tag, Envelope envelope, BasicProperties question, byte[] body)
					throws IOException {
				AddressQuestionsIntegrationTests.this.asked.add(question);
				String address = EventJson.read(AddressQuestion.class, question.getType(), body).address();
				AddressReply reply = change.apply(new AddressReply(address, State.FREE, address + " is free"));
				channel.basicPublish("onboarding.replies", question.getReplyTo(),
						new BasicProperties.Builder().type(reply.type())
							.correlationId(question.getCorrelationId())
							.build(),
						EventJson.write(reply));
			}
		});
	}

}
