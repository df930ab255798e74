package dev.onboard.mail.james;

import java.time.Duration;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.http.TargetClient;
import dev.onboard.events.AddressReply;
import dev.onboard.events.AddressReply.State;
import dev.onboard.mail.Addresses;

import org.springframework.stereotype.Component;

/** Asks James what it keeps under an address, as is done before a mailbox is made. */
@Component
class JamesAddresses implements Addresses {

	/** Whoever asks waits no longer, so nothing more is asked of James then. */
	private static final Duration LIMIT = Duration.ofSeconds(1);

	private final TargetClient james;

	JamesAddresses(TargetClient james) {
		this.james = james;
	}

	@Override
	public AddressReply check(String address) {
		try {
			WebAdmin admin = new WebAdmin(this.james, new Patience(LIMIT));
			Address found = Address.ask(admin, address).withUser(admin.hasUser(address));
			return found.isFree() ? new AddressReply(address, State.FREE, address + " is free")
					: new AddressReply(address, State.TAKEN, found.description("it has a mailbox"));
		}
		catch (Trouble ex) {
			return new AddressReply(address, State.UNKNOWN, ex.outcome().detail());
		}
	}

}
