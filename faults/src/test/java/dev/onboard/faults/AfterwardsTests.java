package dev.onboard.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.onboard.faults.outside.Seen;
import dev.onboard.faults.outside.Seen.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AfterwardsTests {

	private final List<Seen> seen = new ArrayList<>();

	private final Afterwards afterwards = new Afterwards();

	@Test
	void tellsOnceWhatIsDoneToPeopleOfACellThatIsOver() {
		see(Kind.MAILBOX, "c5-three-times-1@example.com");
		this.afterwards.over("c5-three-times-", this.seen);
		see(Kind.CARD_UPDATE, "c5-three-times-1@example.com");
		see(Kind.MAILBOX, "c5-three-times-webhook-1@example.com");
		assertThat(this.afterwards.late(this.seen, "c5-three-times-webhook-")).isEmpty();
		see(Kind.REDMINE_ACCOUNT, "c5-three-times-1");
		assertThat(this.afterwards.late(this.seen, "c5-three-times-webhook-"))
			.containsExactly("done to people of c5-three-times- once that was over: 1 times");
		assertThat(this.afterwards.late(this.seen, "c5-three-times-webhook-")).isEmpty();
	}

	@Test
	void tellsWhatIsDoneToPeopleOfNoCell() {
		see(Kind.MAILBOX, "nobody@example.com");
		assertThat(this.afterwards.late(this.seen, "c6-malformed-"))
			.containsExactly("done to people of nobody once that was over: 1 times");
	}

	private void see(Kind kind, String person) {
		this.seen.add(new Seen(Instant.EPOCH, kind, person, ""));
	}

}
