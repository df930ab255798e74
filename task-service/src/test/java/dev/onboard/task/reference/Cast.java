package dev.onboard.task.reference;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetReport.News;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.Api;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Somebody;
import dev.onboard.task.activation.FollowingActivation;
import dev.onboard.task.parked.KeepingParked;
import dev.onboard.task.targets.FollowingTargets;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, messages and files in every state that an answer depends on. */
@TestComponent
class Cast {

	private final Api api;

	private final FollowingSteps steps;

	private final FollowingTargets targets;

	private final FollowingActivation activation;

	private final KeepingParked keeping;

	private final JdbcClient jdbc;

	Cast(Api api, FollowingSteps steps, FollowingTargets targets, FollowingActivation activation, KeepingParked keeping,
			JdbcClient jdbc) {
		this.api = api;
		this.steps = steps;
		this.targets = targets;
		this.activation = activation;
		this.keeping = keeping;
		this.jdbc = jdbc;
	}

	UUID newcomer() {
		return newcomer(Somebody.fresh());
	}

	UUID newcomer(NewPerson person) {
		return this.api.accepted(person).id();
	}

	UUID withMailbox() {
		return withMailbox(Somebody.fresh());
	}

	UUID withMailbox(NewPerson person) {
		UUID id = newcomer(person);
		say(TargetSystem.MAIL, StepResult.ADDED, Somebody.known(id, person));
		return id;
	}

	/** Of whom everything has been heard that can be. */
	UUID withLink() {
		NewPerson person = Somebody.fresh();
		UUID id = withMailbox(person);
		linkWorks(id, person, 1);
		return id;
	}

	/** Somebody whose next link is told to work by the time that it is asked for. */
	UUID whoseLinkWorks() {
		NewPerson person = Somebody.fresh();
		UUID id = withMailbox(person);
		linkWorks(id, person, 2);
		return id;
	}

	private void linkWorks(UUID id, NewPerson person, int issue) {
		Instant now = Instant.now();
		this.activation.follow(new ActivationReport(ActivationReport.State.ISSUED, Somebody.known(id, person),
				new Attempt(issue, 1), "made", now, now.plusSeconds(600)));
	}

	UUID failed() {
		NewPerson person = Somebody.fresh();
		UUID id = newcomer(person);
		say(TargetSystem.MAIL, StepResult.FAILED, Somebody.known(id, person));
		return id;
	}

	UUID ready() {
		NewPerson person = Somebody.fresh();
		UUID id = newcomer(person);
		finish(Somebody.known(id, person));
		return id;
	}

	private void finish(Person person) {
		say(TargetSystem.MAIL, StepResult.ADDED, person);
		say(TargetSystem.REDMINE, StepResult.SKIPPED, person);
		say(TargetSystem.SLACK, StepResult.ADDED, person);
	}

	UUID erased() {
		UUID id = ready();
		erase(id);
		return id;
	}

	/** The key of the request by which somebody was added who is erased now. */
	String keyOfErased() {
		NewPerson person = Somebody.fresh();
		String key = Somebody.token();
		UUID id = this.api.post(Somebody.json(person), "Idempotency-Key", key).expect(202).id();
		finish(Somebody.known(id, person));
		erase(id);
		return key;
	}

	private void erase(UUID id) {
		this.api.sendJson("DELETE", "/users/" + id, "{\"reason\":\"asked for it\"}").expect(202);
	}

	private void say(TargetSystem system, StepResult result, Person person) {
		this.steps.follow(
				new StepReport(system, result, person, Attempt.FIRST, "as it said", Instant.now(), null, List.of()));
	}

	void paused() {
		paused(TargetSystem.SLACK);
	}

	void pausedMail() {
		paused(TargetSystem.MAIL);
	}

	private void paused(TargetSystem system) {
		Instant now = Instant.now();
		this.targets.follow(new TargetReport(system, News.PAUSED, true, "no_service", now, null, 7, 0, now, now));
	}

	void works() {
		Instant now = Instant.now();
		this.targets.follow(new TargetReport(TargetSystem.SLACK, News.RESUMED, false, "", now, null, 0, 4, now, now));
	}

	void nobodyFailed() {
		this.jdbc.sql("update step set state = 'SKIPPED' where state = 'FAILED'").update();
	}

	/** As if nothing had ever been heard of any. */
	void unknownTargets() {
		this.jdbc.sql("delete from reported_target").update();
	}

	UUID parked() {
		return parked("mail.create");
	}

	UUID parked(String queue) {
		String token = Somebody.token();
		this.keeping.keep(new ParkedMessage(UUID.randomUUID(), queue, "nobody can read it", "a.b.CException", token,
				"no.such.type", null, ("{\"a\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8)));
		return this.jdbc.sql("select id from parked order by number desc limit 1").query(UUID.class).single();
	}

	/** One row that can be accepted, and one that cannot. */
	UUID checkedImport() {
		return this.api
			.post("/imports", "text/csv",
					("login,firstName,lastName\nbea." + Somebody.token() + ",Bea,Li\n1,Bea,Li\n")
						.getBytes(StandardCharsets.UTF_8))
			.expect(201)
			.id();
	}

	UUID token() {
		return this.api.newToken("viewer").id();
	}

}
