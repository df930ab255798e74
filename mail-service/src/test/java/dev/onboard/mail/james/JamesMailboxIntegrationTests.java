package dev.onboard.mail.james;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Choice;
import dev.onboard.events.Decision;
import dev.onboard.events.Instruction;
import dev.onboard.events.Person;
import dev.onboard.testing.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Mailboxes on a real James, and what keeps one person from getting another's mail. */
class JamesMailboxIntegrationTests {

	private static final Attempt BY_HAND = new Attempt(2, 1);

	private final Tries tries = new RememberedTries();

	private final JamesMailbox mailbox = RealJames.mailbox(RealJames.KEY, this.tries);

	private final Person alice = RealJames.person();

	private final String address = this.alice.address();

	private final Person bob = RealJames.person();

	@Test
	void createsAMailbox() {
		assertThat(perform(Attempt.FIRST, null)).isEqualTo(done("created", true));
		assertThat(Sandbox.shared().mailboxes().valueStream().map((mailbox) -> mailbox.get("address").asString()))
			.containsOnlyOnce(this.address);
	}

	@Test
	void aRepeatFindsThatItIsDone() {
		perform(Attempt.FIRST, null);
		assertThat(perform(Attempt.FIRST, null)).isEqualTo(done("created by an earlier try", true));
	}

	@Test
	void recognisesTheMailboxOfALostAnswerOfTheGenerationBeforeThoughItHasMailAlready() {
		perform(Attempt.FIRST, null);
		RealJames.deliver(this.address);
		assertThat(perform(BY_HAND, null)).isEqualTo(done("created by an earlier try", false));
	}

	@Test
	void asksWhatToDoWithTheMailboxOfSomebodyElse() {
		RealJames.createUser(this.address);
		assertThat(perform(BY_HAND, null))
			.isEqualTo(conflict("it exists already and is not ours", Decision.ADOPT, Decision.PURGE));
	}

	@Test
	void asksWhatToDoWithTheMailboxOfAnotherPersonOfOurs() {
		Person other = new Person(UUID.randomUUID(), this.alice.login(), this.address, "Alice", "Petrova", null, null,
				null);
		this.mailbox.perform(new Work(other, Attempt.FIRST, false, null, Map.of()));
		assertThat(perform(Attempt.FIRST, null)).isInstanceOf(Outcome.Conflict.class);
	}

	@Test
	void suggestsALoginThatIsReallyFree() {
		String domain = this.address.substring(this.address.indexOf('@'));
		RealJames.createUser(this.address);
		RealJames.createUser(this.alice.login() + "2" + domain);
		RealJames.createUser(this.alice.login() + "3" + domain);
		RealJames.deliver(this.alice.login() + "3" + domain);
		RealJames.deleteUser(this.alice.login() + "3" + domain);
		RealJames.does("PUT",
				"/address/aliases/" + this.bob.address() + "/sources/" + this.alice.login() + "4" + domain, "");
		assertThat(((Outcome.Conflict) perform(Attempt.FIRST, null)).choices())
			.startsWith(new Choice(Decision.RENAME, this.alice.login() + "5"));
	}

	@Test
	void theNextOwnerOfAnAddressDoesNotGetTheMailOfTheLastOne() {
		leaveMailBehind();
		assertThat(perform(Attempt.FIRST, null))
			.isEqualTo(conflict("the mail of an earlier owner is kept there", Decision.ADOPT, Decision.PURGE));
		assertThat(RealJames.status("HEAD", "/users/" + this.address, "")).isEqualTo(404);
	}

	@Test
	void thePersonWhoComesBackFindsTheOldMail() {
		leaveMailBehind();
		assertThat(perform(BY_HAND, Decision.ADOPT)).isEqualTo(done("taken over", false));
		assertThat(RealJames.mails(this.address)).isEqualTo(1);
		assertThat(perform(BY_HAND, Decision.ADOPT)).isEqualTo(done("created by an earlier try", false));
	}

	@Test
	void anExistingUserIsTakenOverWithItsMailAndLosesItsPassword() {
		RealJames.createUser(this.address);
		RealJames.deliver(this.address);
		assertThat(perform(BY_HAND, Decision.ADOPT)).isEqualTo(done("taken over", false));
		assertThat(RealJames.mails(this.address)).isEqualTo(1);
		assertThat(
				RealJames.status("POST", "/users/" + this.address + "/verify", "{\"password\":\"of somebody else\"}"))
			.isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void afterAPurgeNothingOfTheLastOwnerIsThere(boolean userIsThere) {
		String alias = "alias-" + this.address;
		String group = "group-" + this.address;
		RealJames.createUser(this.bob.address());
		RealJames.createUser(this.address);
		RealJames.deliver(this.address);
		RealJames.does("PUT", "/address/aliases/" + this.address + "/sources/" + alias, "");
		RealJames.does("PUT", "/address/groups/" + group + "/" + this.address, "");
		RealJames.does("PUT", "/address/forwards/" + this.address + "/targets/" + this.bob.address(), "");
		RealJames.does("PUT", "/users/" + this.address + "/authorizedUsers/" + this.bob.address(), "");
		RealJames.does("POST", "/vacation/" + this.address, "{\"enabled\":true,\"textBody\":\"I am away\"}");
		RealJames.does("PUT", "/quota/users/" + this.address, "{\"count\":5,\"size\":1000}");
		if (!userIsThere) {
			RealJames.deleteUser(this.address);
		}
		assertThat(perform(BY_HAND, Decision.PURGE)).isEqualTo(done("purged and created anew", true));
		assertThat(RealJames.mails(this.address)).isZero();
		assertThat(RealJames.asks("/mappings/user/" + this.address)).isEqualTo("[]");
		assertThat(RealJames.asks("/mappings/user/" + alias)).isEqualTo("[]");
		assertThat(RealJames.status("GET", "/address/groups/" + group, "")).isEqualTo(404);
		assertThat(RealJames.asks("/users/" + this.address + "/authorizedUsers")).isEqualTo("[]");
		assertThat(RealJames.asks("/vacation/" + this.address)).contains("\"enabled\":false");
		assertThat(RealJames.asks("/quota/users/" + this.address)).contains("\"user\":null");
		RealJames.deliver(this.address);
	}

	@Test
	void aPurgeThatIsRepeatedDoesNotDeleteWhatArrivedSince() {
		leaveMailBehind();
		perform(BY_HAND, Decision.PURGE);
		RealJames.deliver(this.address);
		assertThat(perform(BY_HAND, Decision.PURGE)).isEqualTo(done("created by an earlier try", false));
		assertThat(RealJames.mails(this.address)).isEqualTo(1);
	}

	@Test
	void aPurgeReplacesEvenWhatAnOlderDecisionHadTakenOver() {
		leaveMailBehind();
		perform(BY_HAND, Decision.ADOPT);
		assertThat(perform(new Attempt(3, 1), Decision.PURGE)).isEqualTo(done("purged and created anew", true));
		assertThat(RealJames.mails(this.address)).isZero();
	}

	@Test
	void theNextOwnerOfAnAddressDoesNotGetWhatIsWrittenToAliasesOfTheLastOne() {
		String alias = "alias-" + this.address;
		RealJames.does("PUT", "/address/aliases/" + this.address + "/sources/" + alias, "");
		assertThat(perform(Attempt.FIRST, null))
			.isEqualTo(conflict("it has the aliases " + alias, Decision.ADOPT, Decision.PURGE));
		assertThat(perform(BY_HAND, Decision.PURGE)).isEqualTo(done("purged and created anew", true));
		assertThat(RealJames.asks("/mappings/user/" + alias)).isEqualTo("[]");
	}

	@Test
	void anAddressThatIsSomebodysAliasIsNotTakenFromThem() {
		RealJames.createUser(this.bob.address());
		RealJames.does("PUT", "/address/aliases/" + this.bob.address() + "/sources/" + this.address, "");
		assertThat(perform(Attempt.FIRST, null))
			.isEqualTo(conflict("it is an alias of " + this.bob.address(), Decision.PURGE));
		RealJames.write(this.address);
		assertThat(perform(BY_HAND, Decision.ADOPT)).isInstanceOf(Outcome.Conflict.class);
		assertThat(perform(BY_HAND, Decision.PURGE)).isEqualTo(done("purged and created anew", true));
		int ofBob = RealJames.mails(this.bob.address());
		RealJames.deliver(this.address);
		assertThat(RealJames.mails(this.bob.address())).isEqualTo(ofBob);
	}

	@Test
	void anAliasThatDivertsTheMailOfWhoComesBackIsRemoved() {
		RealJames.createUser(this.bob.address());
		RealJames.createUser(this.address);
		RealJames.deliver(this.address);
		RealJames.does("PUT", "/address/aliases/" + this.bob.address() + "/sources/" + this.address, "");
		assertThat(perform(Attempt.FIRST, null))
			.isEqualTo(conflict("it exists already and is not ours; it is an alias of " + this.bob.address(),
					Decision.ADOPT, Decision.PURGE));
		assertThat(perform(BY_HAND, Decision.ADOPT)).isEqualTo(done("taken over", false));
		RealJames.deliver(this.address);
		assertThat(RealJames.mails(this.bob.address())).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ADOPT", "PURGE" })
	void aGroupStaysAGroup(Decision decision) {
		RealJames.does("PUT", "/address/groups/" + this.address + "/" + this.bob.address(), "");
		Outcome conflict = conflict("it is a group of 1");
		assertThat(perform(Attempt.FIRST, null)).isEqualTo(conflict);
		assertThat(perform(BY_HAND, decision)).isEqualTo(conflict);
		assertThat(RealJames.asks("/address/groups/" + this.address)).contains(this.bob.address());
	}

	@Test
	void aDecisionAboutWhatIsGoneMeanwhileCreatesTheMailbox() {
		assertThat(perform(BY_HAND, Decision.ADOPT)).isEqualTo(done("created", true));
	}

	@Test
	void namesADomainThatTheServerDoesNotKnow() {
		Person stranger = this.alice.at(this.alice.login() + "@unknown.example");
		assertThat(this.mailbox.perform(new Work(stranger, Attempt.FIRST, false, null, Map.of()))).isEqualTo(
				new Outcome.Misconfigured("the mail server does not know the domain unknown.example; add it there"));
	}

	@Test
	void aTryUnderAnotherAddressThatCameToNothingIsNoObstacle() {
		this.tries.note(this.alice, this.bob.address());
		this.tries.note(this.alice, this.alice.login() + "@unknown.example");
		assertThat(perform(BY_HAND, null)).isEqualTo(done("created", true));
	}

	@Test
	void whatSomebodyElseHasUnderAnAddressThatWasTriedIsLeftAlone() {
		this.tries.note(this.alice, this.bob.address());
		RealJames.createUser(this.bob.address());
		assertThat(perform(BY_HAND, null)).isEqualTo(done("created", true));
	}

	@Test
	void aMailboxWhoseMailGoesElsewhereIsNotKeptInsteadOfTheOneAskedFor() {
		this.mailbox.perform(new Work(this.alice.at(this.bob.address()), Attempt.FIRST, false, null, Map.of()));
		RealJames.does("PUT", "/address/groups/" + this.bob.address() + "/" + RealJames.person().address(), "");
		assertThat(perform(BY_HAND, null)).isEqualTo(done("created", true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ADOPT", "PURGE" })
	void aDecisionIsAboutTheAddressOfTheOrderWhateverElseWasTried(Decision decision) {
		this.mailbox.perform(new Work(this.alice.at(this.bob.address()), Attempt.FIRST, false, null, Map.of()));
		assertThat(perform(BY_HAND, decision)).isEqualTo(done("created", true));
	}

	private void leaveMailBehind() {
		RealJames.createUser(this.address);
		RealJames.deliver(this.address);
		RealJames.deleteUser(this.address);
	}

	private Outcome perform(Attempt attempt, @Nullable Decision decision) {
		Instruction instruction = (decision != null) ? new Instruction(decision, "asked her") : null;
		return this.mailbox.perform(new Work(this.alice, attempt, false, instruction, Map.of()));
	}

	private Outcome done(String how, boolean empty) {
		return new Outcome.Done("mailbox " + this.address + " " + how,
				empty ? this.address : this.address + " with-old-mail");
	}

	private Outcome conflict(String why, Decision... decisions) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice(Decision.RENAME, this.alice.login() + "2"));
		List.of(decisions).forEach((decision) -> choices.add(Choice.of(decision)));
		return new Outcome.Conflict(this.address + " is taken: " + why, choices);
	}

}
