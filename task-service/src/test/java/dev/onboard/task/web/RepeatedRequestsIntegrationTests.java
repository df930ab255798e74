package dev.onboard.task.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class RepeatedRequestsIntegrationTests {

	private static final int CLIENTS = 16;

	private final Api api;

	private final JdbcClient jdbc;

	private final String key = UUID.randomUUID().toString();

	private final NewPerson alice = Somebody.fresh();

	RepeatedRequestsIntegrationTests(@Autowired Api api, @Autowired JdbcClient jdbc) {
		this.api = api;
		this.jdbc = jdbc;
	}

	@Test
	void answersARepeatWithTheSamePerson() {
		Answer first = post(Somebody.json(this.alice)).expect(202);
		Answer second = post(Somebody.json(this.alice)).expect(202);
		assertThat(second.json()).isEqualTo(first.json());
		assertThat(second.headers()).containsEntry("location", "/users/" + first.id());
		assertThat(peopleNamedAlice()).isEqualTo(1);
	}

	@Test
	void answersARepeatWithTheCurrentState(@Autowired FollowingSteps following) {
		UUID id = post(Somebody.json(this.alice)).expect(202).id();
		for (TargetSystem system : TargetSystem.values()) {
			following.follow(new StepReport(system, StepResult.ADDED, Somebody.known(id, this.alice), Attempt.FIRST,
					"done", Instant.now(), null, List.of()));
		}
		JsonNode page = post(Somebody.json(this.alice)).expect(202).json();
		assertThat(page.get("state").stringValue()).isEqualTo("READY");
		assertThat(page).isEqualTo(this.api.get("/users/" + id).json());
	}

	@Test
	void refusesTheKeyWithAnotherBody() {
		post(Somebody.json(this.alice)).expect(202);
		JsonNode problem = post(Somebody.json(Somebody.fresh())).problem(422);
		assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("Idempotency-Key");
		assertThat(problem.get("detail").stringValue()).contains("Send the same body again, or a new key.");
	}

	@Test
	void decidesOnTheKeyBeforeItLooksAtTheBody() {
		post(Somebody.json(this.alice)).expect(202);
		post("not JSON").problem(422);
		post("{}").problem(422);
		post(Somebody.json(this.alice) + " ").problem(422);
	}

	@Test
	void bindsNoKeyToARequestThatItRefuses() {
		Answer holder = this.api.accepted(Somebody.fresh());
		post("not JSON").problem(400);
		post("{}").problem(400);
		post(Somebody.json(Somebody.withLogin(holder.json().get("login").stringValue()))).problem(409);
		post(Somebody.json(this.alice)).expect(202);
	}

	@Test
	void namesTheHolderOfATakenLogin() {
		UUID holder = this.api.accepted(this.alice).id();
		JsonNode problem = this.api.post(Somebody.json(this.alice)).problem(409);
		assertThat(problem.get("user").stringValue()).isEqualTo("/users/" + holder);
		assertThat(problem.get("detail").stringValue())
			.isEqualTo("The login " + this.alice.login() + " belongs to /users/" + holder + ". Choose another login.");
		assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("login");
	}

	@RepeatedTest(3)
	void addsOnePersonForManySimultaneousRepeats() throws Exception {
		List<Answer> answers = allAtOnce(() -> Api.patiently(() -> post(Somebody.json(this.alice))));
		assertThat(answers).allSatisfy((answer) -> answer.expect(202));
		assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
		assertThat(peopleNamedAlice()).isEqualTo(1);
	}

	@RepeatedTest(3)
	void addsOnePersonForManySimultaneousRequestsForALogin() throws Exception {
		List<Answer> answers = allAtOnce(() -> {
			String own = UUID.randomUUID().toString();
			return Api.patiently(() -> this.api.post(Somebody.json(this.alice), "Idempotency-Key", own));
		});
		List<Answer> accepted = answers.stream().filter((answer) -> answer.status() == 202).toList();
		assertThat(accepted).hasSize(1);
		String holder = "/users/" + accepted.get(0).id();
		assertThat(answers.stream().filter((answer) -> answer.status() != 202)).hasSize(CLIENTS - 1)
			.allSatisfy((answer) -> assertThat(answer.problem(409).get("user").stringValue()).isEqualTo(holder));
		assertThat(peopleNamedAlice()).isEqualTo(1);
	}

	@Test
	void remembersAKeyForSevenDays() {
		UUID first = post(Somebody.json(this.alice)).expect(202).id();
		age("6 days 23 hours 59 minutes");
		assertThat(post(Somebody.json(this.alice)).expect(202).id()).isEqualTo(first);
	}

	@Test
	void takesAKeyOlderThanSevenDaysForNew() {
		UUID first = post(Somebody.json(this.alice)).expect(202).id();
		age("7 days 1 minute");
		NewPerson other = Somebody.fresh();
		UUID second = post(Somebody.json(other)).expect(202).id();
		assertThat(second).isNotEqualTo(first);
		assertThat(post(Somebody.json(other)).expect(202).id()).as("bound anew").isEqualTo(second);
	}

	private Answer post(String json) {
		return this.api.post(json, "Idempotency-Key", this.key);
	}

	private void age(String interval) {
		this.jdbc.sql(
				"update idempotency_key set created_at = now() - :age::interval where key = encode(sha256(:key::bytea), 'hex')")
			.param("age", interval)
			.param("key", this.key)
			.update();
	}

	private long peopleNamedAlice() {
		return this.jdbc.sql("select count(*) from person where login = :login")
			.param("login", this.alice.login())
			.query(Long.class)
			.single();
	}

	private static List<Answer> allAtOnce(Callable<Answer> request) throws Exception {
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		try {
			List<Answer> answers = new ArrayList<>();
			for (Future<Answer> answer : clients.invokeAll(Collections.nCopies(CLIENTS, request))) {
				answers.add(answer.get());
			}
			return answers;
		}
		finally {
			clients.shutdownNow();
		}
	}

}
