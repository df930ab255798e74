package dev.onboard.faults.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.onboard.faults.outside.Seen.Kind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What answers as the real ones do, and what is seen of it. */
class OutsideTests {

	private static final String ALICE = "alice@example.com";

	@TempDir
	private Path folder;

	private Outside outside;

	private Visitor visitor;

	@BeforeEach
	void open() {
		this.outside = new Outside(this.folder.resolve("seen.jsonl"));
		this.visitor = new Visitor(this.outside);
	}

	@AfterEach
	void close() {
		this.outside.close();
	}

	@Test
	void createsAMailboxOnce() throws IOException {
		assertThat(this.visitor.createMailbox(ALICE)).isEqualTo(204);
		assertThat(this.visitor.createMailbox(ALICE)).isEqualTo(409);
		assertThat(this.visitor.createMailbox("alice@elsewhere.example")).isEqualTo(400);
		assertThat(seen()).containsExactly("MAILBOX " + ALICE);
	}

	@Test
	void knowsThePasswordOfAMailbox() throws IOException {
		this.visitor.createMailbox(ALICE);
		assertThat(verify("secret")).isEqualTo(204);
		assertThat(verify("other")).isEqualTo(401);
		this.visitor.mail("PUT", "/users/" + ALICE + "?force", "{\"password\":\"other\"}");
		assertThat(verify("other")).isEqualTo(204);
		assertThat(seen()).containsExactly("MAILBOX " + ALICE);
	}

	private int verify(String password) throws IOException {
		return this.visitor.mail("POST", "/users/" + ALICE + "/verify", "{\"password\":\"" + password + "\"}")
			.statusCode();
	}

	@Test
	void anAliasDivertsMailAndKeepsAnAddressTaken() throws IOException {
		this.visitor.createMailbox(ALICE);
		assertThat(this.visitor.mail("PUT", "/address/aliases/" + ALICE + "/sources/a@example.com", "").statusCode())
			.isEqualTo(204);
		assertThat(this.visitor.mail("GET", "/address/aliases/" + ALICE, "").body())
			.isEqualTo("[{\"source\":\"a@example.com\"}]");
		assertThat(this.visitor.mail("GET", "/mappings/user/a@example.com", "").body()).contains("\"type\":\"Alias\"",
				"\"mapping\":\"" + ALICE + "\"");
		assertThat(this.visitor.createMailbox("a@example.com")).isEqualTo(409);
	}

	@Test
	void whoAsksForOneThingAtTheSameTimeMayGetItTwice() {
		Awaitility.await().until(() -> Collections.frequency(atOnce(twin("mail")), 204) > 1);
		Awaitility.await().until(() -> Collections.frequency(atOnce(twin("redmine")), 201) > 1);
		assertThat(seen().size()).isGreaterThan(new HashSet<>(seen()).size());
	}

	/** A call about a person of whom there is nothing. */
	private Callable<Integer> twin(String system) {
		String name = "twin" + UUID.randomUUID();
		return () -> system.equals("mail") ? this.visitor.createMailbox(name + "@example.com")
				: this.visitor.createAccount(name);
	}

	private static List<Integer> atOnce(Callable<Integer> call) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Integer> answers = new ArrayList<>();
			for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(8, call))) {
				answers.add(answer.get());
			}
			return answers;
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void createsAnAccountOnceAndFindsIt() throws IOException {
		assertThat(this.visitor.createAccount("alice")).isEqualTo(201);
		assertThat(this.visitor.createAccount("Alice")).isEqualTo(422);
		assertThat(this.visitor.redmine("GET", "/users.json?status=1&name=alice@&limit=100&offset=0", "").body())
			.contains("\"login\":\"alice\"", "\"total_count\":1");
		assertThat(this.visitor.redmine("GET", "/users.json?status=3&name=alice", "").body())
			.contains("\"total_count\":0");
		assertThat(seen()).containsExactly("REDMINE_ACCOUNT alice");
	}

	@Test
	void everyPostIsAnotherOne() throws IOException {
		assertThat(this.visitor.postToWebhook(":wave: Welcome *A B*! Mail: alice@example.com").body()).isEqualTo("ok");
		this.visitor.postToWebhook("Mail: alice@example.com");
		assertThat(seen()).containsExactly("WEBHOOK_POST " + ALICE, "WEBHOOK_POST " + ALICE);
	}

	@Test
	void cardsArePostedFoundAndUpdated() throws IOException {
		String card = """
				{"channel":"C0FAULTS","text":"Welcome A B (alice@example.com)","metadata":{"event_type":"onboarding"}}""";
		assertThat(this.visitor.slack("chat.postMessage", card)).contains("\"ok\":true");
		Seen posted = this.outside.seen().get(0);
		assertThat(posted.kind()).isEqualTo(Kind.CARD);
		assertThat(this.visitor.history("?channel=C0FAULTS")).contains(posted.detail(), "onboarding");
		assertThat(this.visitor.history("?channel=C0FAULTS&oldest=" + posted.detail())).doesNotContain("onboarding");
		assertThat(this.visitor.history("?channel=C0FAULTS&latest=" + posted.detail())).doesNotContain("onboarding");
		String update = "{\"ts\":\"%s\",\"text\":\"Welcome A B (alice@example.com)\"}".formatted(posted.detail());
		assertThat(this.visitor.slack("chat.update", update)).contains("\"ok\":true");
		assertThat(this.visitor.slack("chat.update", "{\"ts\":\"1.000000\"}")).contains("message_not_found");
		assertThat(seen()).containsExactly("CARD " + ALICE, "CARD_UPDATE " + ALICE);
	}

	@Test
	void historyHasPages() throws IOException {
		for (int number = 0; number < 101; number++) {
			this.visitor.slack("chat.postMessage", "{\"channel\":\"C0FAULTS\",\"text\":\"a@b\"}");
		}
		String oldest = this.outside.seen().get(0).detail();
		assertThat(this.visitor.history("?channel=C0FAULTS")).contains("\"has_more\":true").doesNotContain(oldest);
	}

	@Test
	void nobodyIsServedWithoutAKey() throws IOException {
		assertThat(this.visitor.slack("auth.test", "{}")).contains("unknown_method");
		assertThat(this.visitor.call("POST", this.outside.slackWebhookUrl() + "x", "{}").statusCode()).isEqualTo(404);
	}

	@Test
	void keepsARecord() throws IOException {
		this.visitor.createMailbox(ALICE);
		this.visitor.createAccount("alice");
		List<String> lines = Files.readAllLines(this.folder.resolve("seen.jsonl"));
		assertThat(lines).hasSize(2);
		assertThat(lines.get(0)).contains("\"kind\":\"MAILBOX\"", "\"person\":\"alice@example.com\"");
	}

	private List<String> seen() {
		return this.outside.seen().stream().map((seen) -> seen.kind() + " " + seen.person()).toList();
	}

}
