package dev.onboard.mail.smtp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.events.Person;
import dev.onboard.testing.Ports;
import dev.onboard.testing.Sandbox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Welcome mails to a real James. */
class SmtpMailsIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "Alice,Ivanova", "Алиса,Иванова", "爱丽丝,王" })
	void namesArriveRight(String firstName, String lastName) throws Exception {
		Person person = withMailbox(firstName, lastName);
		assertThat(send(person)).isEqualTo(WelcomeMails.ACCEPTED);
		JsonNode mail = mailsTo(person, 1).get(0);
		assertThat(mail.get("subject").asString()).isEqualTo("Welcome, " + firstName + "!");
		assertThat(mail.get("text").asString()).startsWith("Hello " + firstName + " " + lastName + ",")
			.contains(person.address());
	}

	@Test
	void aRepeatCarriesTheSameMessageId() throws Exception {
		Person person = withMailbox("Alice", "Ivanova");
		send(person);
		send(person);
		assertThat(mailsTo(person, 2)).extracting((mail) -> mail.get("messageId").asString())
			.containsExactly("<welcome." + person.id() + "@example.com>", "<welcome." + person.id() + "@example.com>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "A\r\nBcc: eve@example.com\r\n\r\nhello", "A>, <eve@example.com", "\"",
			"=?utf-8?q?=0D=0A?=", ".\r\n." })
	void hostileNamesReachOneRecipientWhole(String name) throws Exception {
		Person person = withMailbox(name, name);
		assertThat(send(person)).isEqualTo(WelcomeMails.ACCEPTED);
		JsonNode mail = mailsTo(person, 1).get(0);
		assertThat(mail.get("recipients").valueStream().map(JsonNode::asString)).containsExactly(person.address());
		assertThat(mail.get("from").asString()).isEqualTo("welcome@example.com");
		assertThat(mail.get("text").asString()).contains("Your accounts are being set up right now");
	}

	@Test
	void anUnknownRecipientIsRefused() {
		assertThat(send(WelcomeMails.person("Nobody", "Here")))
			.isEqualTo(new Outcome.Refused("the mail server answered 550 to the welcome mail"));
	}

	@Test
	void aServerThatIsAwayIsTriedAgain() {
		assertThat(WelcomeMails.send(Ports.free(), WelcomeMails.person("Alice", "Ivanova")))
			.isEqualTo(new Outcome.Transient(
					"the mail server cannot be reached by SMTP, or broke off, or did not answer in time"));
	}

	private static Outcome send(Person person) {
		return WelcomeMails.send(Sandbox.shared().smtpPort(), person);
	}

	private static List<JsonNode> mailsTo(Person person, int count) {
		return Awaitility.await()
			.until(() -> Sandbox.shared()
				.mails()
				.valueStream()
				.filter((mail) -> mail.get("recipients").toString().contains(person.address()))
				.toList(), (mails) -> mails.size() >= count);
	}

	private static Person withMailbox(String firstName, String lastName) throws IOException, InterruptedException {
		Person person = WelcomeMails.person(firstName, lastName);
		HttpRequest create = HttpRequest
			.newBuilder(URI.create(Sandbox.shared().webAdminUrl() + "/users/" + person.address()))
			.PUT(HttpRequest.BodyPublishers.ofString("{\"password\":\"of-the-test\"}"))
			.build();
		assertThat(HttpClient.newHttpClient().send(create, HttpResponse.BodyHandlers.discarding()).statusCode())
			.isEqualTo(204);
		return person;
	}

}
