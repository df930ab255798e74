package dev.onboard.mail.activation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import dev.onboard.events.ActivationOrder.Action;
import dev.onboard.events.ActivationReport;
import dev.onboard.events.ActivationReport.State;
import dev.onboard.events.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that a link opens. */
class PageIntegrationTests extends HandOverTest {

	@Test
	void lookingDoesNotUseTheLinkUp() {
		String secret = createAndIssue();
		for (int i = 0; i < 3; i++) {
			assertThat(browser().get(secret).statusCode()).isEqualTo(200);
			assertThat(browser().with("HEAD", secret).statusCode()).isEqualTo(200);
			assertThat(browser().with("OPTIONS", secret).statusCode()).isEqualTo(200);
			assertThat(browser().with("DELETE", secret).statusCode()).isEqualTo(405);
		}
		assertThat(browser().choose(secret, PASSWORD).statusCode()).isEqualTo(200);
	}

	@Test
	void everyPageForbidsWhatItDoesNotNeed() {
		String secret = createAndIssue();
		for (HttpResponse<String> answer : List.of(browser().get(secret), browser().get("nothing"),
				browser().choose(secret, "short"), browser().with("PUT", secret), browser().with("HEAD", secret),
				browser().choose(secret, PASSWORD))) {
			Map<String, List<String>> headers = answer.headers().map();
			assertThat(new TreeSet<>(headers.keySet()))
				.containsAll(Set.of("content-security-policy", "cross-origin-opener-policy", "referrer-policy",
						"x-content-type-options", "x-frame-options", "x-robots-tag", "cache-control"))
				.doesNotContain("set-cookie", "server", "location", "etag");
			assertThat(headers.get("cache-control")).containsExactly("no-store");
			assertThat(headers.get("referrer-policy")).containsExactly("no-referrer");
			assertThat(headers.get("content-type")).containsExactly("text/html;charset=UTF-8");
			assertThat(headers.get("content-security-policy").get(0))
				.matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; form-action 'self'; "
						+ "base-uri 'none'; frame-ancestors 'none'");
		}
	}

	@Test
	void deadLinksOfEveryKindAreAnsweredByteForByteTheSame() {
		String revoked = createAndIssue();
		String expired = issue(3, Instant.now().minusSeconds(1));
		String used = issue(4, Instant.now().plusSeconds(600));
		assertThat(browser().choose(used, PASSWORD).statusCode()).isEqualTo(200);
		List<String> paths = new ArrayList<>();
		for (String secret : List.of(revoked, expired, used, "unknown", "A".repeat(43), "%D0%BF", "a/b", "",
				"a".repeat(4000), "%3Cscript%3E", "a;b=c", "a?b=c", "a%20b")) {
			paths.add("/activate/" + secret);
		}
		String expected = browser().rawGet("/activate/" + used);
		assertThat(expected).startsWith("HTTP/1.1 404 ").contains("This link does not work");
		assertThat(paths).allSatisfy((path) -> assertThat(browser().rawGet(path)).isEqualTo(expected));
		assertThat(paths).allSatisfy((path) -> {
			assertThat(browser().rawPost(path, "")).isEqualTo(expected);
			assertThat(browser().rawPost(path, "password=short&again=other")).isEqualTo(expected);
			assertThat(browser().rawPost(path, "password=blue+whale+under+it&again=blue+whale+under+it"))
				.isEqualTo(expected);
		});
	}

	@Test
	void deadLinksDoNotTellTheLanguageOfTheirOwner() {
		Person anna = new Person(this.alice.id(), this.alice.login(), this.alice.address(), "Анна", "Иванова",
				this.alice.contactEmail(), null, "ru");
		create(anna);
		String secret = mailedSecrets(1).get(0);
		assertThat(browser().get(secret, "Accept-Language", "en").body()).contains("<html lang=\"ru\">");
		order(Action.REVOKE, 2);
		await(State.REVOKED, 2);
		assertThat(browser().get(secret, "Accept-Language", "en").body()).contains("<html lang=\"en\">");
	}

	@Test
	void mistakesAreNamedBesideTheFieldsAndNothingTypedComesBack() {
		String secret = createAndIssue();
		HttpResponse<String> weak = browser().post(secret,
				Map.of("password", "Password1234!", "again", "Passw0rd4321!"));
		assertThat(weak.statusCode()).isEqualTo(422);
		assertThat(weak.body()).contains("This is easy to guess")
			.contains("This is not the same as the password above")
			.doesNotContain("Password1234!")
			.doesNotContain("Passw0rd4321!");
		assertThat(browser().post(secret, Map.of()).body()).contains("Please type a password");
		assertThat(browser().choose(secret, "too short").body()).contains("fewer than 12");
		assertThat(browser().choose(secret, "blue " + this.alice.login()).body()).contains("a part of your name");
		assertThat(browser().post(secret, Map.of("password", PASSWORD)).statusCode()).isEqualTo(422);
		assertThat(state(2)).isEqualTo("ISSUED");
	}

	@Test
	void ofManyAtOnceOneWins() throws Exception {
		String secret = createAndIssue();
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			List<Callable<Integer>> posts = IntStream.range(0, 16)
				.<Callable<Integer>>mapToObj(
						(number) -> () -> browser().choose(secret, PASSWORD + " number " + number).statusCode())
				.toList();
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> post : threads.invokeAll(posts)) {
				statuses.add(post.get());
			}
			assertThat(statuses).containsOnlyOnce(200).allMatch((status) -> Set.of(200, 404, 409).contains(status));
			int winner = statuses.indexOf(200);
			assertThat(IntStream.range(0, 16)
				.filter((number) -> Imap.opens(this.alice.address(), PASSWORD + " number " + number)))
				.containsExactly(winner);
		}
		finally {
			threads.shutdownNow();
		}
		await(State.USED, 2);
		assertThat(reports(ActivationReport.class)).filteredOn((report) -> report.state() == State.USED).hasSize(1);
	}

	@Test
	void aLinkThatACrashLeftInHandWorksAgainWhenTheClaimIsOver() {
		String secret = createAndIssue();
		this.jdbc.sql("""
				update activation set claim = gen_random_uuid(), claimed_until = now() + interval '3 s'
				 where person_id = :person and issue = 2
				""").param("person", this.alice.id()).update();
		HttpResponse<String> busy = browser().choose(secret, PASSWORD);
		assertThat(busy.statusCode()).isEqualTo(409);
		assertThat(busy.body()).contains("This link is being used at this moment");
		Awaitility.await().until(() -> browser().choose(secret, PASSWORD).statusCode() == 200);
		assertThat(Imap.opens(this.alice.address(), PASSWORD)).isTrue();
		assertThat(browser().choose(secret, PASSWORD).statusCode()).isEqualTo(404);
	}

	@Test
	void theLinkStillWorksWhenTheMailServerFailed() {
		String secret = createAndIssue();
		WEBADMIN.close();
		HttpResponse<String> failed = browser().choose(secret, PASSWORD);
		assertThat(failed.statusCode()).isEqualTo(503);
		assertThat(failed.body()).contains("Your link still works: please try again in a minute")
			.doesNotContain(PASSWORD);
		assertThat(state(2)).isEqualTo("ISSUED");
		WEBADMIN.open(webAdminPort());
		assertThat(browser().choose(secret, PASSWORD).statusCode()).isEqualTo(200);
		assertThat(state(2)).isEqualTo("USED");
	}

	@Test
	void refusedAccessPausesTheMailServerForAllUntilItLetsUsInThoughNobodyIsAdded() throws IOException {
		String secret = createAndIssue();
		HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		refusing.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(401, -1);
			exchange.close();
		});
		refusing.start();
		WEBADMIN.close();
		WEBADMIN.open(refusing.getAddress().getPort());
		assertThat(browser().choose(secret, PASSWORD).statusCode()).isEqualTo(503);
		Awaitility.await().until(this::isPaused);
		refusing.stop(0);
		WEBADMIN.close();
		WEBADMIN.open(webAdminPort());
		assertThat(browser().choose(secret, PASSWORD).statusCode()).isEqualTo(200);
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !isPaused());
	}

	private boolean isPaused() {
		return this.jdbc.sql("select paused from target where system = 'MAIL'").query(Boolean.class).single();
	}

	/** The address is somebody else's until the mailbox was created for this person. */
	@Test
	void aLinkOpensNoMailboxThatWasNotCreatedForThePerson() {
		create(withoutContact());
		String secret = issue(2, Instant.now().plusSeconds(600));
		this.jdbc.sql("""
				update effect set state = 'FAILED' where person_id = :person and effect = 'mailbox'
				""").param("person", this.alice.id()).update();
		assertThat(browser().get(secret).statusCode()).isEqualTo(503);
		HttpResponse<String> answer = browser().choose(secret, PASSWORD);
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).contains("Your mailbox is not ready yet");
		assertThat(Imap.opens(this.alice.address(), PASSWORD)).isFalse();
		assertThat(state(2)).isEqualTo("ISSUED");
	}

	@Test
	void aFormThatIsTooLargeIsRefused() {
		String secret = createAndIssue();
		String answer = browser().rawPost("/activate/" + secret, "password=" + "x".repeat(20_000));
		assertThat(answer).matches("(?s)HTTP/1\\.1 400 .*").doesNotContain(secret);
		assertThat(state(2)).isEqualTo("ISSUED");
	}

}
