package dev.onboard.mail.james;

import java.util.List;
import java.util.Map;

import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;
import dev.onboard.events.Attempt;
import dev.onboard.events.Person;
import dev.onboard.mail.MailRoles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** What a role adds to a mailbox on a real James. */
class JamesExtrasIntegrationTests {

	private final Person alice = RealJames.person();

	private final String address = this.alice.address();

	private final Person bob = RealJames.person();

	private final String alias = this.alice.login() + ".dev@example.com";

	private final String group = "group-" + this.address;

	private final MailRoles.Extras all = new MailRoles.Extras(List.of("{login}.dev"), List.of(this.group),
			DataSize.ofGigabytes(5));

	@BeforeEach
	void mailboxesAreThere() {
		RealJames.createUser(this.address);
		RealJames.createUser(this.bob.address());
	}

	@Test
	void areThereAndCanBeRepeated() {
		for (int i = 0; i < 2; i++) {
			assertThat(perform(this.all))
				.isEqualTo(new Outcome.Done("alias " + this.alias + ", group " + this.group + ", quota 5120 MB"));
		}
		assertThat(RealJames.asks("/address/groups/" + this.group)).isEqualTo("[\"" + this.address + "\"]");
		assertThat(RealJames.asks("/quota/users/" + this.address + "/size")).isEqualTo("5368709120");
		RealJames.write(this.alias);
		RealJames.write(this.group);
		Awaitility.await().until(() -> RealJames.mails(this.address) == 2);
	}

	@Test
	void anAliasNeverDivertsTheMailOfAUser() {
		RealJames.createUser(this.alias);
		assertThat(perform(aliases("{login}.dev")))
			.isEqualTo(new Outcome.Done("left out: alias " + this.alias + " (it is somebody's mailbox)"));
		RealJames.deliver(this.alias);
		assertThat(RealJames.mails(this.address)).isZero();
	}

	@Test
	void theAliasOfSomebodyElseStaysTheirs() {
		RealJames.does("PUT", "/address/aliases/" + this.bob.address() + "/sources/" + this.alias, "");
		assertThat(perform(aliases("{login}.dev")))
			.isEqualTo(new Outcome.Done("left out: alias " + this.alias + " (it is taken)"));
		RealJames.write(this.alias);
		Awaitility.await().until(() -> RealJames.mails(this.bob.address()) == 1);
		assertThat(RealJames.mails(this.address)).isZero();
	}

	@Test
	void aGroupIsNoAlias() {
		RealJames.does("PUT", "/address/groups/" + this.alias + "/" + this.bob.address(), "");
		assertThat(perform(aliases("{login}.dev")))
			.isEqualTo(new Outcome.Done("left out: alias " + this.alias + " (it is taken)"));
	}

	@Test
	void aGroupNeverDivertsTheMailOfAUser() {
		assertThat(perform(new MailRoles.Extras(List.of(), List.of(this.bob.address()), null)))
			.isEqualTo(new Outcome.Done("left out: group " + this.bob.address() + " (it is somebody's mailbox)"));
		RealJames.deliver(this.bob.address());
		assertThat(RealJames.mails(this.address)).isZero();
	}

	@Test
	void whatTheServerRefusesIsLeftOut() {
		RealJames.does("PUT", "/address/aliases/" + this.bob.address() + "/sources/" + this.alias, "");
		assertThat(perform(new MailRoles.Extras(List.of("{login}@unknown.example"),
				List.of("devs@unknown.example", this.alias), null)))
			.isEqualTo(new Outcome.Done("left out: alias " + this.alice.login() + "@unknown.example (the mail server "
					+ "refuses it with 400), group devs@unknown.example (the mail server refuses it with 400), group "
					+ this.alias + " (the mail server refuses it with 409)"));
	}

	private static MailRoles.Extras aliases(String... patterns) {
		return new MailRoles.Extras(List.of(patterns), List.of(), null);
	}

	private Outcome perform(MailRoles.Extras extras) {
		Person person = new Person(this.alice.id(), this.alice.login(), this.address, "Alice", "Ivanova", null,
				"developer", null);
		return new JamesExtras(RealJames.client(),
				new MailRoles(Map.of("developer", new MailRoles.Role(extras, Map.of()))))
			.perform(new Work(person, Attempt.FIRST, false, null, Map.of()));
	}

}
