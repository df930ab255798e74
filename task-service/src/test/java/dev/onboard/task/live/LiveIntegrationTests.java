package dev.onboard.task.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.onboard.events.Attempt;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetSystem;
import dev.onboard.task.AcceptingPeople;
import dev.onboard.task.Api;
import dev.onboard.task.FollowingSteps;
import dev.onboard.task.FollowingTargets;
import dev.onboard.task.NewPerson;
import dev.onboard.task.Replica;
import dev.onboard.task.Somebody;
import dev.onboard.task.TaskServiceTest;
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
		assertThat(this.api.scrape().samples()).noneMatch((sample) -> sample.toString().contains("/live"));
	}

	@Test
	void tellsTheListWhoIsNewAndWhoeverWasErased() throws Exception {
		try (LivePage list = new LivePage(this.port, "")) {
			assertThat(list.await(1)).containsExactly("*");
			NewPerson alice = Somebody.fresh();
			UUID id = this.api.accepted(alice).id();
			assertThat(list.await(2)).endsWith(id.toString());
			for (TargetSystem system : TargetSystem.values()) {
				this.following.follow(report(id, alice, system, StepResult.SKIPPED, 1));
			}
			try (LivePage page = new LivePage(this.port, "?person=" + id)) {
				page.await(1);
				this.api.sendJson("DELETE", "/users/" + id, "{\"reason\":\"as asked\"}").expect(202);
				page.await(2);
			}
		}
	}

	@Test
	void reachesThePageThatIsOpenAtAnotherReplica() throws Exception {
		try (Replica other = new Replica(Map.of()); LivePage list = new LivePage(other.port(), "")) {
			list.await(1);
			UUID id = this.api.accepted(Somebody.fresh()).id();
			assertThat(list.await(2)).endsWith(id.toString());
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
			list.await(1);
			transaction.executeWithoutResult((status) -> {
				accepting.accept(null, "", Somebody::fresh);
				status.setRollbackOnly();
			});
			UUID id = this.api.accepted(Somebody.fresh()).id();
			assertThat(list.await(2)).containsExactly("*", id.toString());
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
			targets.follow(slack(TargetReport.News.RESUMED, false));
			assertThat(page.await(3)).containsOnly(id.toString());
		}
		jdbc.sql("delete from reported_target").update();
	}

	@Test
	void acceptsAtOnceWhileTheBrokerIsAwayAndTellsEverybodyWhenItIsBack() throws Exception {
		UUID id = this.api.accepted(Somebody.fresh()).id();
		try (LivePage page = new LivePage(this.port, "?person=" + id); LivePage list = new LivePage(this.port, "")) {
			page.await(1);
			list.await(1);
			Broker.shared().crash();
			try {
				for (int i = 0; i < 5; i++) {
					assertThat(this.api.accepted(Somebody.fresh()).took()).isLessThan(Duration.ofSeconds(2));
				}
			}
			finally {
				Broker.shared().start();
			}
			page.await(2);
			assertThat(list.await(2)).endsWith("*");
			Awaitility.await("by name again")
				.atMost(Duration.ofSeconds(30))
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> {
					this.api.accepted(Somebody.fresh());
					return !list.told().get(list.told().size() - 1).equals("*");
				});
		}
	}

	@Test
	void acceptsAtOnceWhileTheBrokerTakesNothingAndTellsWhenItDoes() throws Exception {
		try (LivePage list = new LivePage(this.port, "")) {
			list.await(1);
			Broker.shared().ctl("set_vm_memory_high_watermark", "0.000001");
			try {
				for (int i = 0; i < 5; i++) {
					assertThat(this.api.accepted(Somebody.fresh()).took()).isLessThan(Duration.ofSeconds(2));
				}
			}
			finally {
				Broker.shared().ctl("set_vm_memory_high_watermark", "0.4");
			}
			list.await(2);
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
