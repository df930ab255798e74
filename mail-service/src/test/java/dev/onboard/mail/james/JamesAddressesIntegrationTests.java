package dev.onboard.mail.james;

import java.time.Duration;

import dev.onboard.events.AddressReply;
import dev.onboard.events.AddressReply.State;
import dev.onboard.mail.Addresses;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who or what has an address, on a real James. */
class JamesAddressesIntegrationTests {

	private final Addresses addresses = new JamesAddresses(RealJames.client());

	private final String alice = RealJames.person().address();

	private final String bob = RealJames.person().address();

	@Test
	void whatNobodyHasIsFree() {
		assertThat(answer()).isEqualTo(new AddressReply(this.alice, State.FREE, this.alice + " is free"));
	}

	@Test
	void aMailboxIsSomebodys() {
		RealJames.createUser(this.alice);
		assertTaken("it has a mailbox");
	}

	@Test
	void soIsTheMailOfSomebodyWhoIsGone() {
		RealJames.createUser(this.alice);
		RealJames.deliver(this.alice);
		RealJames.deleteUser(this.alice);
		assertTaken("the mail of an earlier owner is kept there");
	}

	@Test
	void soIsAnAlias() {
		RealJames.createUser(this.bob);
		RealJames.does("PUT", "/address/aliases/" + this.bob + "/sources/" + this.alice, "");
		assertTaken("it is an alias of " + this.bob);
	}

	@Test
	void soIsAGroup() {
		RealJames.createUser(this.bob);
		RealJames.does("PUT", "/address/groups/" + this.alice + "/" + this.bob, "");
		assertTaken("it is a group of 1");
	}

	private void assertTaken(String why) {
		assertThat(answer()).isEqualTo(new AddressReply(this.alice, State.TAKEN, this.alice + " is taken: " + why));
	}

	/** A James that has just started may take longer than anybody waits. */
	private AddressReply answer() {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.addresses.check(this.alice), (answer) -> answer.state() != State.UNKNOWN);
	}

}
