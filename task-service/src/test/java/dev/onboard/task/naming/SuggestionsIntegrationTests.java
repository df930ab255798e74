package dev.onboard.task.naming;

import java.util.stream.IntStream;

import dev.onboard.task.Api;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class SuggestionsIntegrationTests {

	private final Api api;

	private final Suggestions suggestions;

	private final String token = Somebody.token();

	SuggestionsIntegrationTests(@Autowired Api api, @Autowired Suggestions suggestions) {
		this.api = api;
		this.suggestions = suggestions;
	}

	@Test
	void suggestsALoginAndItsAddress() {
		JsonNode suggestion = this.api
			.get("/suggestions?firstName=%D0%90%D0%BB%D0%B8%D1%81%D0%B0&lastName=" + this.token)
			.expect(200)
			.json();
		assertThat(suggestion.get("login").stringValue()).isEqualTo("alisa." + this.token);
		assertThat(suggestion.get("address").stringValue()).isEqualTo("alisa." + this.token + "@example.com");
		assertThat(suggestion.get("reason").stringValue()).isEmpty();
	}

	@Test
	void countsOnWhereALoginIsTaken() {
		this.api.accepted(Somebody.withLogin("alice." + this.token));
		assertThat(login("Alice")).isEqualTo("alice." + this.token + "2");
		this.api.accepted(Somebody.withLogin("alice." + this.token + "2"));
		assertThat(login("Alice")).isEqualTo("alice." + this.token + "3");
	}

	@Test
	void countsOnAlsoWhereTheLoginIsAsLongAsItCanBe() {
		String longest = "x".repeat(100);
		NewPerson person = Somebody.withLogin((this.token + longest).substring(0, NewPerson.LONGEST_LOGIN));
		assertThat(this.suggestions.suggest(this.token + longest, "Li").login()).isEqualTo(person.login());
		this.api.accepted(person);
		assertThat(this.suggestions.suggest(this.token + longest, "Li").login())
			.isEqualTo(person.login().substring(0, NewPerson.LONGEST_LOGIN - 1) + "2");
	}

	@Test
	void givesUpWhereAHundredAreTaken(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
		transaction.executeWithoutResult((status) -> {
			jdbc.sql("set constraints all deferred").update();
			IntStream.rangeClosed(1, 99)
				.forEach((number) -> jdbc.sql("insert into login (login, person_id) values (:login, gen_random_uuid())")
					.param("login", "alice." + this.token + ((number > 1) ? number : ""))
					.update());
			Suggestion suggestion = this.suggestions.suggest("Alice", this.token);
			assertThat(suggestion.login()).isEmpty();
			assertThat(suggestion.address()).isEmpty();
			assertThat(suggestion.reason()).contains("alice." + this.token + " is taken").contains(this.token + "99");
			status.setRollbackOnly();
		});
	}

	@Test
	void saysWhyThereIsNone() {
		assertThat(this.api.get("/suggestions").expect(200).json().get("reason").stringValue())
			.isEqualTo("There is no name yet.");
		Suggestion none = this.suggestions.suggest("😀", "\u200f");
		assertThat(none.login()).isEmpty();
		assertThat(none.reason()).contains("no letters");
	}

	private String login(String firstName) {
		return this.suggestions.suggest(firstName, this.token).login();
	}

}
