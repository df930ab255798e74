package dev.onboard.task.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import dev.onboard.delivery.ParkedMessage;
import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.AcceptingPeople;
import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Replica;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.parked.KeepingParked;
import dev.onboard.task.targets.FollowingTargets;
import dev.onboard.testing.Broker;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@TaskServiceTest
class LiveIntegrationTests {

	private final Api api;

	private final FollowingSteps following;

	private final int port;

	LiveIntegrationTests(@Autowired Api api, @Autowired FollowingSteps following, @LocalServerPort int port) {
		this.api = api;
		this.following = following;
		this.port = port;
	}

	@Test
	void tellsThePageOfAPersonAtOnceAndWheneverTheyChange() throws Exception {
		NewPerson alice = Somebody.fresh();
		UUID id = this.api.accepted(alice).id();
		try (LivePage page = new LivePage(this.port, "?person=" + id)) {
			assertThat(page.response().statusCode()).isEqualTo(200);
			assertThat(page.response().headers().firstValue("content-type"))
				.hasValue("text/event-stream;charset=UTF-8");
			assertThat(page.response().headers().firstValue("cache-control")).hasValue("no-store");
			page.await(1);
			this.api.accepted(Somebody.fresh());
			report(id, alice, 1);
			page.await(2);
			this.api.decide(id, "slack", "skip").expect(202);
			assertThat(page.await(3)).containsOnly(id.toString());
			assertThat(this.api.scrape().sum("onboard_live_pages")).isPositive();
		}
		assertThat(this.api.scrape().samples()).noneMatch((sample) -> sample.toString().contains("=/live"));
	}

	@Test
	void tellsTheListWhoIsNewAndWhoeverWasErased() throws Exception {
		try (LivePage list = new LivePage(this.port, "")) {
			assertThat(list.await(1)).startsWith("*");
			awaitNames(list);
			NewPerson alice = Somebody.fresh();
			UUID id = this.api.accepted(alice).id();
			for (TargetSystem system : TargetSystem.values()) {
				this.following.follow(report(id, alice, system, StepResult.SKIPPED, 1));
			}
			try (LivePage page = new LivePage(this.port, "?person=" + id)) {
				awaitNames(list);
				int told = page.told().size();
				this.api.sendJson("DELETE", "/users/" + id, "{\"reason\":\"as asked\"}").expect(202);
				page.await(told + 1);
			}
		}
	}

	@Test
	void reachesThePageThatIsOpenAtAnotherReplica() throws Exception {
		try (Replica other = new Replica(Map.of()); LivePage list = new LivePage(other.port(), "")) {
			awaitNames(list);
		}
	}

	@Test
	void tellsNothingToWhoeverWasShutOut() throws Exception {
		Answer viewer = this.api.newToken("viewer");
		try (LivePage list = new LivePage(this.port, "", viewer.json().get("token").stringValue())) {
			list.await(1);
			this.api.send("DELETE", "/tokens/" + viewer.id(), "").expect(204);
			list.awaitEnd();
		}
	}

	/** Its process may have been killed between a change and the news of it. */
	@Test
	void aReplicaThatStartsMakesUpForWhatItMayHaveLeftUntold() throws Exception {
		UUID id = this.api.accepted(Somebody.fresh()).id();
		try (LivePage page = new LivePage(this.port, "?person=" + id)) {
			page.await(1);
			Awaitility.await().during(Duration.ofSeconds(1)).until(() -> page.told().size() == 1);
			try (Replica other = new Replica(Map.of())) {
				page.await(2);
				assertThat(other.port()).isPositive();
			}
		}
	}

	@Test
	void tellsOfManyChangesTwicePerSecondAndOfTheLastOneAlways() throws Exception {
		NewPerson alice = Somebody.fresh();
		UUID id = this.api.accepted(alice).id();
		try (LivePage page = new LivePage(this.port, "?person=" + id)) {
			page.await(1);
			Instant start = Instant.now();
			int told = 0;
			for (int attempt = 1; attempt <= 200; attempt++) {
				report(id, alice, attempt);
				told = page.told().size();
			}
			assertThat(page.await(told + 1))
				.hasSizeLessThanOrEqualTo(3 + (int) (Duration.between(start, Instant.now()).toMillis() / 500));
		}
	}

	@Test
	void saysNothingOfWhatWasRolledBack(@Autowired AcceptingPeople accepting,
			@Autowired TransactionTemplate transaction) throws Exception {
		try (LivePage list = new LivePage(this.port, "")) {
			awaitNames(list);
			UUID id = Objects.requireNonNull(transaction.execute((status) -> {
				status.setRollbackOnly();
				return accepting.accept(null, "", Somebody::fresh).id();
			}));
			awaitNames(list);
			assertThat(list.told()).doesNotContain(id.toString());
		}
	}

	@Test
	void tellsEverybodyWhenATargetPausesAndWhenItGoesOn(@Autowired FollowingTargets targets, @Autowired JdbcClient jdbc)
			throws Exception {
		jdbc.sql("delete from reported_target").update();
		NewPerson alice = Somebody.fresh();
		UUID id = this.api.accepted(alice).id();
		try (LivePage page = new LivePage(this.port, "?person=" + id)) {
			page.await(1);
			targets.follow(slack(TargetReport.News.PAUSED, true));
			page.await(2);
			targets.follow(slack(TargetReport.News.STATUS, true));
			page.await(3);
			targets.follow(slack(TargetReport.News.RESUMED, false));
			assertThat(page.await(4)).containsOnly(id.toString());
		}
		jdbc.sql("delete from reported_target").update();
	}

	@Test
	void acceptsAtOnceWhileTheBrokerIsAwayAndTellsEverybodyWhenItIsBack() throws Exception {
		UUID id = this.api.accepted(Somebody.fresh()).id();
		try (LivePage page = new LivePage(this.port, "?person=" + id); LivePage list = new LivePage(this.port, "")) {
			awaitNames(list);
			Broker.shared().crash();
			int toldThePage = page.told().size();
			int toldTheList = list.told().size();
			try {
				for (int i = 0; i < 5; i++) {
					assertThat(this.api.accepted(Somebody.fresh()).took()).isLessThan(Duration.ofSeconds(2));
				}
			}
			finally {
				Broker.shared().start();
			}
			page.await(toldThePage + 1);
			list.await(toldTheList + 1);
			awaitNames(list);
			assertThat(list.told().subList(toldTheList, list.told().size())).contains("*");
		}
	}

	@Test
	void acceptsAtOnceWhileTheBrokerTakesNothingAndTellsWhenItDoes() throws Exception {
		try (LivePage list = new LivePage(this.port, "")) {
			awaitNames(list);
			int told;
			Broker.shared().ctl("set_vm_memory_high_watermark", "0.000001");
			try {
				Awaitility.await("nothing is taken")
					.atMost(Duration.ofMinutes(1))
					.pollInterval(Duration.ofSeconds(1))
					.until(() -> Broker.shared().ctl("list_connections", "state").contains("block"));
				told = list.told().size();
				for (int i = 0; i < 5; i++) {
					assertThat(this.api.accepted(Somebody.fresh()).took()).isLessThan(Duration.ofSeconds(2));
				}
			}
			finally {
				Broker.shared().ctl("set_vm_memory_high_watermark", "0.4");
			}
			list.await(told + 1);
			awaitNames(list);
		}
	}

	/** Another process may have died before it told what it had taken over. */
	@Test
	void tellsAlsoOfAReportThatIsHeardAgain() throws Exception {
		NewPerson alice = Somebody.fresh();
		UUID id = this.api.accepted(alice).id();
		StepReport report = report(id, alice, TargetSystem.MAIL, StepResult.RETRYING, 1);
		this.following.follow(report);
		try (LivePage list = new LivePage(this.port, ""); LivePage page = new LivePage(this.port, "?person=" + id)) {
			awaitNames(list);
			int told = page.told().size();
			this.following.follow(report);
			page.await(told + 1);
		}
	}

	@Test
	void tellsEverybodyOfWhatIsParkedAndOfWhatIsDecidedAboutIt(@Autowired KeepingParked keeping,
			@Autowired JdbcClient jdbc) throws Exception {
		UUID id = this.api.accepted(Somebody.fresh()).id();
		try (LivePage list = new LivePage(this.port, ""); LivePage page = new LivePage(this.port, "?person=" + id)) {
			awaitNames(list);
			int told = page.told().size();
			keeping.keep(new ParkedMessage(UUID.randomUUID(), "mail.create", "nobody can read it", null, "its-id",
					"no.such.type", null, Somebody.token().getBytes(StandardCharsets.UTF_8)));
			page.await(told + 1);
			UUID message = jdbc.sql("select id from parked order by number desc limit 1").query(UUID.class).single();
			this.api.sendJson("DELETE", "/parked/" + message, "{\"reason\":\"as agreed\"}").expect(200);
			page.await(told + 2);
		}
	}

	@Test
	void stopsAtOnceThoughAPageIsOpen() throws Exception {
		Replica replica = new Replica(Map.of());
		try (LivePage list = new LivePage(replica.port(), "")) {
			list.await(1);
			Instant start = Instant.now();
			replica.close();
			list.awaitEnd();
			assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
		}
	}

	@Test
	void refusesWhatIsNoId() {
		assertThat(this.api.get("/live?person=alice").problem(400).get("errors").toString()).contains("must be a UUID");
	}

	/**
	 * Waits until somebody who is accepted now is told of by name, so nothing is left of
	 * what was to be told before. Two in one second would be nobody's name.
	 */
	private void awaitNames(LivePage list) {
		Set<String> accepted = new HashSet<>();
		Awaitility.await("somebody by name")
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofSeconds(2))
			.until(() -> {
				boolean told = list.told().stream().anyMatch(accepted::contains);
				return told || !accepted.add(this.api.accepted(Somebody.fresh()).id().toString());
			});
	}

	private void report(UUID id, NewPerson person, int attempt) {
		this.following.follow(report(id, person, TargetSystem.MAIL, StepResult.RETRYING, attempt));
	}

	private static StepReport report(UUID id, NewPerson person, TargetSystem system, StepResult result, int attempt) {
		return new StepReport(system, result, Somebody.known(id, person), new Attempt(1, attempt), "so it is",
				Instant.now(), (result == StepResult.RETRYING) ? Instant.now() : null, List.of());
	}

	private static TargetReport slack(TargetReport.News news, boolean paused) {
		return new TargetReport(TargetSystem.SLACK, news, paused, "down", Instant.now(), null, 0, 1, null,
				Instant.now());
	}

}
