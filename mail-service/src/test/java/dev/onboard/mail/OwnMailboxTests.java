package dev.onboard.mail;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnMailboxTests {

	@ParameterizedTest
	@CsvSource({ "alice@example.com,true", "alice@example.com,false" })
	void isReadAsItWasLeftBehind(String address, boolean empty) {
		OwnMailbox mailbox = new OwnMailbox(address, empty);
		assertThat(OwnMailbox.of(mailbox.evidence())).isEqualTo(mailbox);
	}

	@Test
	void isTheAddressWhereNothingElseIsToBeSaid() {
		assertThat(new OwnMailbox("alice@example.com", true).evidence()).isEqualTo("alice@example.com");
	}

	@Test
	void wasEmptyOnlyIfItIsKnown() {
		assertThat(OwnMailbox.wasEmpty(Map.of("mailbox", "alice@example.com"))).isTrue();
		assertThat(OwnMailbox.wasEmpty(Map.of("mailbox", "alice@example.com with-old-mail"))).isFalse();
		assertThat(OwnMailbox.wasEmpty(Map.of())).isFalse();
	}

}
