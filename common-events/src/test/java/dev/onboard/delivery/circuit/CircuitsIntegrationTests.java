package dev.onboard.delivery.circuit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.onboard.delivery.DeliverySettings;
import dev.onboard.delivery.DeliveryTest;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.delivery.outbox.WakeUp;
import dev.onboard.events.EventJson;
import dev.onboard.events.TargetReport;
import dev.onboard.events.TargetReport.News;
import dev.onboard.events.TargetSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Two replicas on one table, in a schema where no relay empties the outbox. */
@DeliveryTest
@TestPropertySource(properties = "spring.datasource.username=web")
class CircuitsIntegrationTests {

	private static final TargetSystem SLACK = TargetSystem.SLACK;

	private final JdbcClient jdbc;

	private final Circuits here;

	private final Circuits there;

	CircuitsIntegrationTests(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction,
			@Autowired @Qualifier("relay") Lifecycle relay) {
		relay.stop();
		this.jdbc = jdbc;
		this.here = circuits(transaction);
		this.there = circuits(transaction);
	}

	private Circuits circuits(TransactionTemplate transaction) {
		return new Circuits(new TargetRows(this.jdbc), new Outbox(this.jdbc, new WakeUp()), transaction,
				new DeliverySettings.Circuit(3, List.of(Duration.ofSeconds(5), Duration.ofSeconds(20))));
	}

	@BeforeEach
	void begin() {
		this.jdbc.sql("delete from target").update();
		this.jdbc.sql("delete from outbox").update();
		this.here.begin(SLACK);
		this.there.begin(SLACK);
	}

	@Test
	void admitsEverybodyWhileItWorks() {
		assertThat(this.here.admit(SLACK)).contains(Admission.NORMAL);
		assertThat(this.here.look(SLACK)).isFalse();
	}

	@Test
	void isPausedForAllReplicasAndSaidOnceHoweverManyFindOut() throws Exception {
		all(16, (number) -> () -> {
			((number % 2 == 0) ? this.here : this.there).pause(SLACK, "no service");
			return null;
		});
		assertThat(this.here.look(SLACK)).isTrue();
		assertThat(this.there.look(SLACK)).isTrue();
		assertThat(this.here.admit(SLACK)).isEmpty();
		assertThat(this.there.admit(SLACK)).isEmpty();
		assertThat(said()).singleElement().satisfies((report) -> {
			assertThat(report.news()).isEqualTo(News.PAUSED);
			assertThat(report.paused()).isTrue();
			assertThat(report.reason()).isEqualTo("no service");
			assertThat(report.until()).isNull();
			assertThat(report.since()).isCloseTo(Instant.now(), within(10, java.time.temporal.ChronoUnit.SECONDS));
		});
	}

	@Test
	void aStreakIsOfDifferentPeopleOverAllReplicas() {
		UUID alice = UUID.randomUUID();
		for (int i = 0; i < 5; i++) {
			this.here.troubled(SLACK, alice, "down");
		}
		this.there.troubled(SLACK, UUID.randomUUID(), "down");
		assertThat(this.here.look(SLACK)).isFalse();
		this.there.troubled(SLACK, UUID.randomUUID(), "down");
		assertThat(this.here.look(SLACK)).isTrue();
	}

	@Test
	void aReplicaThatMeetsTheSameTroubleKnowsAtOnceThatItIsPaused() {
		this.here.pause(SLACK, "down");
		assertThat(this.there.admit(SLACK)).contains(Admission.NORMAL);
		this.there.troubled(SLACK, UUID.randomUUID(), "down");
		assertThat(this.there.admit(SLACK)).isEmpty();
	}

	@Test
	void aSuccessEndsAStreak() {
		this.here.troubled(SLACK, UUID.randomUUID(), "down");
		this.here.troubled(SLACK, UUID.randomUUID(), "down");
		this.there.works(SLACK, Admission.NORMAL);
		this.here.troubled(SLACK, UUID.randomUUID(), "down");
		this.here.troubled(SLACK, UUID.randomUUID(), "down");
		assertThat(this.here.look(SLACK)).isFalse();
	}

	@Test
	void aSuccessThatWasUnderWayDoesNotResume() {
		this.here.pause(SLACK, "no service");
		this.here.works(SLACK, Admission.NORMAL);
		assertThat(this.here.look(SLACK)).isTrue();
	}

	@Test
	void oneReplicaTakesAProbeWhenItIsDueAndNoneBefore() throws Exception {
		this.here.pause(SLACK, "no service");
		assertThat(this.here.takeProbe(SLACK)).isFalse();
		due();
		assertThat(probes()).isEqualTo(1);
		assertThat(untilProbe()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
		due();
		assertThat(probes()).isEqualTo(1);
		assertThat(untilProbe()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
	}

	@Test
	void aProbeIsOneCall() {
		this.here.pause(SLACK, "no service");
		due();
		this.here.takeProbe(SLACK);
		assertThat(this.here.probeIsOpen(SLACK)).isTrue();
		assertThat(this.here.admit(SLACK)).contains(Admission.PROBE);
		assertThat(this.here.admit(SLACK)).isEmpty();
		assertThat(this.here.probeIsOpen(SLACK)).isFalse();
	}

	@Test
	void aProbeThatWorksResumesForAllReplicasAndIsSaidOnce() {
		this.here.pause(SLACK, "no service");
		this.there.look(SLACK);
		this.here.works(SLACK, Admission.PROBE);
		this.there.resume(SLACK);
		assertThat(this.there.look(SLACK)).isFalse();
		assertThat(this.there.admit(SLACK)).contains(Admission.NORMAL);
		assertThat(said()).extracting(TargetReport::news).containsExactly(News.PAUSED, News.RESUMED);
		assertThat(said().get(1).paused()).isFalse();
		assertThat(said().get(1).lastSuccessAt()).isNotNull();
	}

	@Test
	void aTargetThatAsksToWaitIsProbedExactlyThenAndSaysUntilWhen() {
		this.here.pauseFor(SLACK, "too many", Duration.ofSeconds(40));
		assertThat(untilProbe()).isBetween(Duration.ofSeconds(38), Duration.ofSeconds(40));
		this.here.pauseFor(SLACK, "too many", Duration.ofSeconds(10));
		assertThat(untilProbe()).isBetween(Duration.ofSeconds(37), Duration.ofSeconds(40));
		assertThat(said()).singleElement()
			.satisfies((report) -> assertThat(report.until()).isCloseTo(Instant.now().plusSeconds(40),
					within(10, java.time.temporal.ChronoUnit.SECONDS)));
	}

	@Test
	void aServiceThatStartsProbesSoon() {
		this.here.pause(SLACK, "no service");
		this.there.begin(SLACK);
		assertThat(this.there.takeProbe(SLACK)).isTrue();
	}

	@Test
	void aServiceThatStartsWaitsAsLongAsTheTargetAsked() {
		this.here.pauseFor(SLACK, "too many", Duration.ofHours(1));
		this.there.begin(SLACK);
		assertThat(this.there.takeProbe(SLACK)).isFalse();
	}

	@Test
	void whoeverComesWhenAProbeIsDueIsTheProbe() {
		this.here.pause(SLACK, "no service");
		assertThat(this.here.admit(SLACK)).isEmpty();
		due();
		assertThat(this.here.admit(SLACK)).contains(Admission.PROBE);
		assertThat(this.here.admit(SLACK)).isEmpty();
	}

	@Test
	void anOutageAfterAWaitThatItAskedForIsNoWaitAnyMore() {
		this.here.pauseFor(SLACK, "too many", Duration.ZERO);
		this.here.troubled(SLACK, UUID.randomUUID(), "cannot be reached");
		saidLongAgo();
		this.here.count(SLACK, 0, 0);
		assertThat(said()).last().satisfies((report) -> {
			assertThat(report.reason()).isEqualTo("cannot be reached");
			assertThat(report.until()).isNull();
		});
	}

	@Test
	void figuresAreSaidWhenTheyAreNewsAndNotTooOften() {
		this.here.count(SLACK, 7, 2);
		this.there.count(SLACK, 8, 2);
		assertThat(said()).singleElement()
			.satisfies((report) -> assertThat(List.of(report.news(), report.waiting(), report.consumers()))
				.isEqualTo(List.of(News.STATUS, 7, 2)));
		saidLongAgo();
		this.here.count(SLACK, 7, 2);
		assertThat(said()).hasSize(1);
		this.here.works(SLACK, Admission.NORMAL);
		this.here.count(SLACK, 7, 2);
		assertThat(said()).hasSize(2).last().satisfies((report) -> assertThat(report.lastSuccessAt()).isNotNull());
	}

	@Test
	void anotherReasonIsNews() {
		this.here.pause(SLACK, "cannot be reached");
		this.here.count(SLACK, 0, 0);
		saidLongAgo();
		this.here.pause(SLACK, "no service");
		this.here.count(SLACK, 0, 0);
		assertThat(said()).extracting(TargetReport::news, TargetReport::reason)
			.last()
			.isEqualTo(org.assertj.core.groups.Tuple.tuple(News.STATUS, "no service"));
	}

	private long probes() throws Exception {
		return all(8, (number) -> () -> ((number % 2 == 0) ? this.here : this.there).takeProbe(SLACK)).stream()
			.filter((taken) -> taken)
			.count();
	}

	private static <T> List<T> all(int size, java.util.function.IntFunction<Callable<T>> task) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(size);
		try {
			List<T> results = new java.util.ArrayList<>();
			for (Future<T> result : threads.invokeAll(IntStream.range(0, size).mapToObj(task).toList())) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			threads.shutdown();
		}
	}

	private void due() {
		this.jdbc.sql("update target set probe_at = now()").update();
	}

	private void saidLongAgo() {
		this.jdbc.sql("update target set said_at = now() - interval '1 hour'").update();
	}

	private Duration untilProbe() {
		return Duration
			.ofMillis(this.jdbc.sql("select (extract(epoch from probe_at - now()) * 1000)::bigint from target")
				.query(Long.class)
				.single());
	}

	private List<TargetReport> said() {
		return this.jdbc.sql("select type, body from outbox order by id")
			.query((row, number) -> (TargetReport) EventJson.read(row.getString("type"), row.getBytes("body")))
			.list();
	}

}
