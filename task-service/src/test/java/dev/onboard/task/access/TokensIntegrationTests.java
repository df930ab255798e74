package dev.onboard.task.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.onboard.task.Answer;
import dev.onboard.task.Api;
import dev.onboard.task.TaskServiceTest;
import dev.onboard.task.TaskSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@TaskServiceTest
@ExtendWith(OutputCaptureExtension.class)
class TokensIntegrationTests {

	private final Api api;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final TaskSettings settings;

	TokensIntegrationTests(@Autowired Api api, @Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction,
			@Autowired TaskSettings settings) {
		this.settings = settings;
		this.api = api;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Test
	void showsTheSecretOnceAndKeepsOnlyItsHash(CapturedOutput log) {
		Answer made = this.api.newToken("operator");
		String secret = secret(made);
		assertThat(secret).matches("onboard_[A-Za-z0-9_-]{43}");
		assertThat(made.header("cache-control")).isEqualTo("no-store");
		assertThat(this.api.get("/tokens").expect(200).body()).doesNotContain(secret, Secrets.hash(secret));
		String row = this.jdbc.sql("select t::text from api_token t where id = :id")
			.param("id", made.id())
			.query(String.class)
			.single();
		assertThat(row).contains(Secrets.hash(secret)).doesNotContain(secret);
		this.api.as(secret).get("/users").expect(200);
		this.api.as(secret + "x").get("/users").expect(401);
		assertThat(log.toString()).doesNotContain(secret, Api.ADMIN_TOKEN);
	}

	@Test
	void tellsWhenATokenWasUsed(@Autowired UsedTokens used) {
		Answer made = this.api.newToken("viewer");
		assertThat(listed(made.id()).get("lastUsedAt").isNull()).isTrue();
		this.api.as(secret(made)).get("/users").expect(200);
		used.write();
		assertThat(listed(made.id()).get("lastUsedAt").isNull()).isFalse();
	}

	@Test
	void writesTheUseOnceAMinuteAtMost(@Autowired UsedTokens used) {
		UUID id = this.api.newToken("viewer").id();
		assertThat(writtenAgainAfter(id, "59 seconds", used)).isFalse();
		assertThat(writtenAgainAfter(id, "61 seconds", used)).isTrue();
	}

	private boolean writtenAgainAfter(UUID id, String interval, UsedTokens used) {
		this.jdbc.sql("update api_token set last_used_at = now() - :ago::interval where id = :id")
			.param("ago", interval)
			.param("id", id)
			.update();
		used.note(id);
		used.write();
		return this.jdbc.sql("select last_used_at > now() - interval '30 seconds' from api_token where id = :id")
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	@Test
	void refusesARevokedTokenAtOnce() {
		Answer made = this.api.newToken("viewer");
		this.api.as(secret(made)).get("/users").expect(200);
		this.api.send("DELETE", "/tokens/" + made.id(), "").expect(204);
		this.api.as(secret(made)).get("/users").problem(401);
		assertThat(listed(made.id()).get("revokedAt").isNull()).isFalse();
		this.api.send("DELETE", "/tokens/" + made.id(), "").problem(404);
	}

	/** As another replica does. */
	@Test
	void refusesATokenFiveSecondsAfterItWasRevokedElsewhere() {
		Answer made = this.api.newToken("viewer");
		AtomicLong now = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(2).toNanos());
		KnownTokens elsewhere = new KnownTokens(this.jdbc, this.transaction, new UsedTokens(this.jdbc), now::get);
		assertThat(elsewhere.bySecret(secret(made))).isPresent();
		this.api.send("DELETE", "/tokens/" + made.id(), "").expect(204);
		now.addAndGet(Duration.ofMillis(4999).toNanos());
		assertThat(elsewhere.byId(made.id())).as("the database is not asked each time").isPresent();
		now.addAndGet(Duration.ofMillis(1).toNanos());
		assertThat(elsewhere.bySecret(secret(made))).isEmpty();
		assertThat(elsewhere.byId(made.id())).isEmpty();
	}

	@Test
	void knowsATokenAtOnceThatWasMadeElsewhere() {
		KnownTokens elsewhere = new KnownTokens(this.jdbc, this.transaction, new UsedTokens(this.jdbc), () -> 0);
		assertThat(elsewhere.bySecret(Api.ADMIN_TOKEN)).isPresent();
		assertThat(elsewhere.bySecret(secret(this.api.newToken("viewer")))).isPresent();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{}|name", "{\"name\":\"x\"}|role", "{\"name\":\"x\",\"role\":\"root\"}|role",
					"{\"name\":\"x\",\"role\":\"ADMIN\"}|role", "{\"name\":\"\",\"role\":\"viewer\"}|name",
					"{\"name\":\" x\",\"role\":\"viewer\"}|name", "{\"name\":\"x\u00a0\",\"role\":\"viewer\"}|name",
					"{\"name\":\"a\\nb\",\"role\":\"viewer\"}|name",
					"{\"name\":\"a\\u202eb\",\"role\":\"viewer\"}|name" })
	void namesTheFieldThatIsWrong(String body, String field) {
		JsonNode errors = this.api.sendJson("POST", "/tokens", body).problem(400).get("errors");
		assertThat(errors.valueStream().map((error) -> error.get("field").stringValue())).contains(field);
	}

	@Test
	void refusesASecondTokenOfAName() {
		Answer made = this.api.newToken("viewer");
		String again = "{\"name\":\"" + made.json().get("name").stringValue() + "\",\"role\":\"viewer\"}";
		this.api.sendJson("POST", "/tokens", again).problem(409);
		this.api.send("DELETE", "/tokens/" + made.id(), "").expect(204);
		this.api.sendJson("POST", "/tokens", again).expect(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ONBOARD_ADMIN_TOKEN", "onboard_admin_token" })
	void keepsTheNameOfTheEnvironmentsTokenForIt(String name) {
		this.api.sendJson("POST", "/tokens", "{\"name\":\"" + name + "\",\"role\":\"operator\"}").problem(409);
	}

	@Test
	void takesANewTokenOfTheEnvironmentInThePlaceOfTheFormer() {
		String first = "a-token-of-the-environment-".repeat(2) + UUID.randomUUID();
		String second = "another-one-of-the-environment-" + UUID.randomUUID();
		this.transaction.executeWithoutResult((tx) -> {
			start(first);
			start(first);
			start(second);
			assertThat(valid()).containsExactly(Secrets.hash(second));
			start(first);
			assertThat(valid()).as("a replica that has not heard yet").containsExactly(Secrets.hash(second));
			tx.setRollbackOnly();
		});
	}

	/** As a token that is known to others is replaced. */
	@Test
	void takesATokenThatAnAdministratorHasMade() {
		String first = "a-token-of-the-environment-".repeat(2) + UUID.randomUUID();
		String made = secret(this.api.newToken("admin"));
		this.transaction.executeWithoutResult((tx) -> {
			start(first);
			start(made);
			assertThat(valid()).containsExactly(Secrets.hash(made));
			start(first);
			assertThat(valid()).containsExactly(Secrets.hash(made));
			tx.setRollbackOnly();
		});
	}

	/** What everybody may have is what everybody is. */
	@Test
	void takesNoTokenOfAnotherRole() {
		String first = "a-token-of-the-environment-".repeat(2) + UUID.randomUUID();
		String made = secret(this.api.newToken("viewer"));
		this.transaction.executeWithoutResult((tx) -> {
			start(first);
			start(made);
			assertThat(valid()).containsExactly(Secrets.hash(first));
			tx.setRollbackOnly();
		});
	}

	private void start(String token) {
		new AdminToken(new AccessSettings(token), this.settings).take(this.jdbc);
	}

	@Test
	void doesNotStartWithATokenThatEverybodyKnowsWhereTheRestIsSecret() {
		AccessSettings known = new AccessSettings("development-admin-token-that-everybody-knows");
		assertThatIllegalStateException().isThrownBy(() -> new AdminToken(known, this.settings))
			.withMessageContaining("ONBOARD_ADMIN_TOKEN")
			.withMessageContaining(".env");
	}

	/**
	 * As many as like may invent tokens, and the database is there for others all the
	 * same.
	 */
	@Test
	void asksTheDatabaseForFewUnknownTokensAtATime() throws Exception {
		CountDownLatch asked = new CountDownLatch(4);
		Semaphore enough = new Semaphore(0);
		TransactionTemplate slow = new TransactionTemplate(this.transaction.getTransactionManager()) {
			@Override
			public <T> T execute(TransactionCallback<T> action) {
				asked.countDown();
				enough.acquireUninterruptibly();
				return super.execute(action);
			}
		};
		KnownTokens tokens = new KnownTokens(this.jdbc, slow, new UsedTokens(this.jdbc), System::nanoTime);
		ExecutorService callers = Executors.newFixedThreadPool(4);
		List<Future<Optional<KnownToken>>> answers = Stream.of("a", "b", "c", "d")
			.map((secret) -> callers.submit(() -> tokens.bySecret(secret)))
			.toList();
		callers.shutdown();
		asked.await();
		assertThatExceptionOfType(TransientDataAccessResourceException.class).isThrownBy(() -> tokens.bySecret("e"));
		enough.release(5);
		for (Future<Optional<KnownToken>> answer : answers) {
			assertThat(answer.get()).isEmpty();
		}
		assertThat(tokens.bySecret("e")).isEmpty();
	}

	private List<String> valid() {
		return this.jdbc.sql("select sha256 from api_token where from_environment and revoked_at is null")
			.query(String.class)
			.list();
	}

	private JsonNode listed(UUID id) {
		return this.api.get("/tokens")
			.expect(200)
			.json()
			.get("tokens")
			.valueStream()
			.filter((token) -> token.get("id").stringValue().equals(id.toString()))
			.findFirst()
			.orElseThrow();
	}

	private static String secret(Answer made) {
		return made.json().get("token").stringValue();
	}

}
