package dev.onboard.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import com.rabbitmq.client.GetResponse;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.EventJson;
import dev.onboard.events.UserCreate;
import dev.onboard.testing.Broker;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class AcceptingWhileTheBrokerIsAwayIntegrationTests {

	private final Api api;

	private final NewPerson alice = Somebody.fresh();

	AcceptingWhileTheBrokerIsAwayIntegrationTests(@Autowired Api api) {
		this.api = api;
	}

	@BeforeEach
	void crash() {
		Broker.shared().crash();
	}

	@AfterEach
	void start() {
		Broker.shared().start();
	}

	@Test
	void acceptsAtOnceAndSaysSoWhenTheBrokerIsBack(@Autowired Outbox outbox) throws Exception {
		Answer accepted = this.api.accepted(this.alice);
		assertThat(accepted.took()).isLessThan(Duration.ofSeconds(2));
		assertThat(this.api.get("/users/" + accepted.id()).expect(200).json()).isEqualTo(accepted.json());
		this.api.get("/readyz").expect(200);
		start();
		UserCreate order = new UserCreate(Somebody.known(accepted.id(), this.alice), Attempt.FIRST);
		assertMessage(orderToMail(accepted.id()), order);
		outbox.say(order);
		assertMessage(orderToMail(accepted.id()), order);
	}

	private static GetResponse orderToMail(UUID id) {
		try (Wire mail = new Wire("mail")) {
			return Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> mail.drain("mail.create")
					.stream()
					.filter((message) -> id.toString().equals(message.getProps().getCorrelationId()))
					.findAny(), Optional::isPresent)
				.orElseThrow();
		}
	}

	private static void assertMessage(GetResponse message, UserCreate order) throws Exception {
		UUID id = order.person().id();
		assertThat(message.getEnvelope().getExchange()).isEqualTo("onboarding");
		assertThat(message.getEnvelope().getRoutingKey()).isEqualTo("user.create");
		assertThat(message.getProps().getMessageId()).isEqualTo(version5(id, "user.create/1/1").toString());
		assertThat(message.getProps().getCorrelationId()).isEqualTo(id.toString());
		assertThat(message.getProps().getType()).isEqualTo("user.create");
		assertThat(message.getProps().getAppId()).isEqualTo("task-service");
		assertThat(message.getProps().getContentType()).isEqualTo("application/json");
		assertThat(message.getProps().getDeliveryMode()).as("persistent").isEqualTo(2);
		assertThat(message.getProps().getTimestamp()).isNotNull();
		assertThat(EventJson.read("user.create", message.getBody())).isEqualTo(order);
	}

	/** RFC 9562, 5.5: the SHA-1 of namespace and name, with version and variant. */
	private static UUID version5(UUID namespace, String name) throws Exception {
		MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
		sha1.update(HexFormat.of().parseHex(namespace.toString().replace("-", "")));
		String hash = HexFormat.of().formatHex(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
		char variant = "89ab".charAt(Character.digit(hash.charAt(16), 16) % 4);
		return UUID.fromString(hash.substring(0, 8) + "-" + hash.substring(8, 12) + "-5" + hash.substring(13, 16) + "-"
				+ variant + hash.substring(17, 20) + "-" + hash.substring(20, 32));
	}

}
