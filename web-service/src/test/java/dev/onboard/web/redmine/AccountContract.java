package dev.onboard.web.redmine;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** How accounts are added to every Redmine, and what becomes of those that are there. */
abstract class AccountContract extends RedmineContract {

	@ParameterizedTest
	@CsvSource({ "Alice,Ivanova", "Алиса,Иванова", "爱丽丝,王", "أليس,ב", "O'Neill <b>&amp;,\"\\{x}%", "😀,𝒜" })
	void createsAnAccountForANameOfAnyScript(String firstName, String lastName) {
		Outcome.Done done = add(person(this.mark, firstName, lastName));
		assertThat(done.detail()).isEqualTo("Redmine account " + this.mark);
		assertAccount(done, this.mark, this.mark + "@example.com", firstName, lastName);
	}

	@ParameterizedTest
	@CsvSource({ "A,1,30", "é,31,30", "😀,30,30", "😀,31,30", "漢,100,30" })
	void cutsTheFirstNameWhereRedmineWould(String letter, int length, int kept) {
		Outcome.Done done = add(person(this.mark, letter.repeat(length), "B"));
		assertThat(done.detail()).isEqualTo("Redmine account " + this.mark
				+ ((length > kept) ? ", with the first name cut at 30 characters, which is Redmine's limit" : ""));
		assertAccount(done, this.mark, this.mark + "@example.com", letter.repeat(Math.min(length, kept)), "B");
		assertThat(perform(person(this.mark, letter.repeat(length), "B"), true, null)).isInstanceOf(Outcome.Done.class);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void takesTheirOwnAccountForTheirsOnASecondRun(boolean uncertain) {
		String id = add(this.alice).evidence();
		assertThat(perform(this.alice, uncertain, null))
			.isEqualTo(new Outcome.Done("Redmine account " + this.alice.login() + " was there already", id));
		assertThat(this.administrator.accountsWith(this.mark)).isEqualTo(1);
	}

	@Test
	void createsWhatAnUncertainTryHasNotCreated() {
		assertThat(perform(this.alice, true, null)).isInstanceOfSatisfying(Outcome.Done.class,
				(done) -> assertThat(done.detail()).isEqualTo("Redmine account " + this.alice.login()));
	}

	@Test
	void aLoginThatIsPartOfAnotherIsFree() {
		account(this.alice.login() + "2", "2" + this.alice.address(), "Алиса", "李");
		assertThat(perform(this.alice, true, null)).isInstanceOf(Outcome.Done.class);
	}

	@Test
	void findsTheirAccountAmongManyThatLookLikeIt() {
		String login = this.mark + "z";
		IntStream.range(0, 101)
			.forEach((i) -> account(this.mark + "a" + i + login, i + login + "@example.com", "A", "B"));
		Person zoe = person(login, "Zoe", "Z");
		String id = add(zoe).evidence();
		assertThat(perform(zoe, true, null)).isInstanceOfSatisfying(Outcome.Done.class,
				(done) -> assertThat(done.evidence()).isEqualTo(id));
	}

	/** They were here before, or somebody was whose name is the same. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anAccountThatWasUsedIsTheirsOnlyByDecision(boolean uncertain) {
		JsonNode account = account(this.alice.login(), this.alice.address(), "Алиса", "李");
		this.administrator.use(account);
		assertThat(perform(this.alice, uncertain, null)).isInstanceOfSatisfying(Outcome.Conflict.class, (conflict) -> {
			assertThat(conflict.detail()).startsWith("Redmine: login and mail in use: account " + account.path("id"))
				.containsPattern(", active, last used 20\\d\\d-");
			assertThat(conflict.choices()).containsExactly(Choice.of(Decision.ADOPT));
		});
		assertThat(perform(this.alice, uncertain, Decision.ADOPT)).isInstanceOf(Outcome.Done.class);
		assertThat(this.administrator.accountsWith(this.mark)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "3,locked", "2,not activated yet" })
	void anAccountThatCannotBeUsedIsActivatedOnlyByDecision(int status, String words) {
		JsonNode account = account(this.alice.login(), this.alice.address(), "Алиса", "李");
		this.administrator.change(account, "status", status);
		for (boolean uncertain : List.of(true, false)) {
			assertThat(perform(this.alice, uncertain, null))
				.isEqualTo(conflict("login and mail in use", described(account, words), Choice.of(Decision.ADOPT)));
		}
		assertAccount(adopt(account, words), this.alice.login(), this.alice.address(), "Алиса", "李");
	}

	@ParameterizedTest
	@CsvSource({ "Алиса,Иванова", "алиса,李", "Alice,Li" })
	void anAccountOfAnotherNameIsNotTheirs(String firstName, String lastName) {
		JsonNode account = account(this.alice.login(), this.alice.address(), firstName, lastName);
		assertThat(perform(this.alice, false, null))
			.isEqualTo(conflict("login and mail in use", described(account, "active"), Choice.of(Decision.ADOPT)));
		assertAccount(adopt(account, "active"), this.alice.login(), this.alice.address(), "Алиса", "李");
	}

	@Test
	void theirLoginWithAnotherMailIsNotTheirs() {
		JsonNode account = account(this.alice.login().toUpperCase(Locale.ROOT), this.mark + "@example.org", "Алиса",
				"李");
		assertThat(perform(this.alice, false, null))
			.isEqualTo(conflict("login in use", described(account, "active"), Choice.of(Decision.ADOPT)));
		assertAccount(adopt(account, "active"), account.path("login").asString(), this.alice.address(), "Алиса", "李");
	}

	@Test
	void theirMailUnderAnotherLoginIsNotTheirsAndTheLoginStays() {
		JsonNode account = account(this.mark + "other", this.alice.address().toUpperCase(Locale.ROOT), "Алиса", "李");
		assertThat(perform(this.alice, false, null))
			.isEqualTo(conflict("mail in use", described(account, "active"), Choice.of(Decision.ADOPT)));
		assertAccount(adopt(account, "active"), this.mark + "other", this.alice.address(), "Алиса", "李");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void twoAccountsInTheWayAreForAHumanAlone(boolean adopt) {
		JsonNode login = account(this.alice.login(), this.mark + "@example.org", "A", "B");
		JsonNode mail = account(this.mark + "other", this.alice.address(), "C", "D");
		assertThat(perform(this.alice, false, adopt ? Decision.ADOPT : null))
			.isEqualTo(conflict("login and mail in use by more than one", described(login, "active") + " and "
					+ described(mail, "active") + "; leave one of them there with both, or none, then try again"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anAdministratorIsNeverTakenOver(boolean adopt) {
		JsonNode account = account(this.alice.login(), this.mark + "@example.org", "A", "B");
		this.administrator.change(account, "admin", true);
		assertThat(perform(this.alice, false, adopt ? Decision.ADOPT : null))
			.isEqualTo(conflict("login in use", described(account, "active, an administrator")
					+ "; an administrator's account is never taken over from here"));
	}

	@Test
	void adoptingWhatIsNotThereCreatesIt() {
		assertThat(perform(this.alice, false, Decision.ADOPT)).isInstanceOfSatisfying(Outcome.Done.class,
				(done) -> assertThat(done.detail()).isEqualTo("Redmine account " + this.alice.login()));
	}

	@Test
	void whatIsNoDuplicateIsRefusedWithRedminesWords() {
		Person nobody = new Person(UUID.randomUUID(), this.mark, "no address", "A", "B", null, null, null);
		assertThat(perform(nobody, false, null))
			.isEqualTo(new Outcome.Refused("Redmine refuses it, 422: Email is invalid"));
	}

	private Outcome.Done adopt(JsonNode account, String words) {
		Outcome outcome = perform(this.alice, false, Decision.ADOPT);
		assertThat(outcome).isEqualTo(
				new Outcome.Done("took over Redmine " + described(account, words), account.path("id").toString()));
		assertThat(perform(this.alice, true, Decision.ADOPT)).isInstanceOf(Outcome.Done.class);
		return (Outcome.Done) outcome;
	}

	private Outcome perform(Person person, boolean uncertain, @Nullable Decision decision) {
		return AddingAccount.perform(redmine(), work(person, uncertain, decision));
	}

	private Outcome.Done add(Person person) {
		return done(perform(person, false, null));
	}

	private JsonNode account(String login, String mail, String firstName, String lastName) {
		return this.administrator.account(login, mail, firstName, lastName);
	}

	private void assertAccount(Outcome.Done done, String login, String mail, String firstName, String lastName) {
		JsonNode account = this.administrator.look(String.valueOf(done.evidence()));
		assertThat(account.path("login").asString()).isEqualTo(login);
		assertThat(account.path("mail").asString()).isEqualTo(mail);
		assertThat(account.path("firstname").asString()).isEqualTo(firstName);
		assertThat(account.path("lastname").asString()).isEqualTo(lastName);
		assertThat(account.path("status").asInt()).isEqualTo(1);
		assertThat(account.path("admin").asBoolean()).isFalse();
	}

	private static String described(JsonNode account, String words) {
		return "account %s (login %s, mail %s, name %s %s, %s)".formatted(account.path("id"),
				account.path("login").asString(), account.path("mail").asString(), account.path("firstname").asString(),
				account.path("lastname").asString(), words);
	}

	private static Outcome conflict(String what, String which, Choice... choices) {
		return new Outcome.Conflict("Redmine: " + what + ": " + which, List.of(choices));
	}

}
