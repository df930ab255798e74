package dev.onboard.mail.messaging;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import dev.onboard.events.AddressQuestion;
import dev.onboard.events.AddressReply;
import dev.onboard.events.AddressReply.State;
import dev.onboard.events.EventJson;
import dev.onboard.mail.Addresses;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Infrastructure;
import dev.onboard.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions of the task-service, as it asks them. */
@SpringBootTest(properties = "MAIL_KEY=0123456789-0123456789-0123456789")
class AddressQuestionsIntegrationTests {

	private final BlockingQueue<Delivery> replies = new LinkedBlockingQueue<>();

	private Connection task;

	private Channel channel;

	private String replyTo;

	@DynamicPropertySource
	static void infrastructure(DynamicPropertyRegistry properties) {
		Infrastructure.register(properties);
	}

	@BeforeEach
	void listen() throws Exception {
		this.task = Broker.shared().connect("task");
		this.channel = this.task.createChannel();
		this.replyTo = this.channel.queueDeclare().getQueue();
		this.channel.queueBind(this.replyTo, "onboarding.replies", this.replyTo);
		this.channel.basicConsume(this.replyTo, true, (tag, reply) -> this.replies.add(reply), (tag) -> {
		});
	}

	@AfterEach
	void disconnect() {
		this.task.abort();
	}

	@Test
	void answersWhoAskedWithWhatIsKnown() throws Exception {
		ask("first", "alice@example.com");
		ask("second", "bob@example.com");
		for (int i = 0; i < 2; i++) {
			Delivery reply = reply();
			String address = reply.getProperties().getCorrelationId().equals("first") ? "alice@example.com"
					: "bob@example.com";
			assertThat(read(reply)).isEqualTo(new AddressReply(address, State.TAKEN, address + " is Carol's"));
			assertThat(reply.getProperties().getDeliveryMode()).as("not persistent").isEqualTo(1);
		}
	}

	@Test
	void dropsWhatItCannotReadOrFailsOnAndAnswersTheNext() throws Exception {
		try (Wire parked = new Wire("task")) {
			parked.purge("task.parked");
			for (int i = 0; i < 5; i++) {
				publish("address.question", "broken", "{".getBytes(StandardCharsets.UTF_8));
				publish("address.riddle", "other", "{}".getBytes(StandardCharsets.UTF_8));
				ask("fails", "fail@example.com");
			}
			ask("good", "alice@example.com");
			assertThat(reply().getProperties().getCorrelationId()).isEqualTo("good");
			parked.awaitCount("task.parked", 0);
		}
	}

	private void ask(String id, String address) throws Exception {
		AddressQuestion question = new AddressQuestion(address);
		publish(question.type(), id, EventJson.write(question));
	}

	private void publish(String type, String id, byte[] body) throws Exception {
		this.channel.basicPublish("onboarding", "address.question",
				new BasicProperties.Builder().type(type).correlationId(id).replyTo(this.replyTo).build(), body);
	}

	private Delivery reply() throws InterruptedException {
		Delivery reply = this.replies.poll(20, TimeUnit.SECONDS);
		assertThat(reply).isNotNull();
		return reply;
	}

	private static AddressReply read(Delivery reply) {
		return EventJson.read(AddressReply.class, reply.getProperties().getType(), reply.getBody());
	}

	/** A mail server where Carol has everything. */
	@TestConfiguration
	static class MailServer {

		@Bean
		@Primary
		Addresses carols() {
			return (address) -> {
				if (address.startsWith("fail")) {
					throw new IllegalStateException("no such luck");
				}
				return new AddressReply(address, State.TAKEN, address + " is Carol's");
			};
		}

	}

}
