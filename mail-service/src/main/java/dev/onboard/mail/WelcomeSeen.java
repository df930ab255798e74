package dev.onboard.mail;

import java.time.Duration;
import java.util.List;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.ledger.Effect;
import dev.onboard.delivery.ledger.Outcome;
import dev.onboard.delivery.ledger.Work;

import org.springframework.stereotype.Component;

/** Sees the welcome mail arrive: an accepted mail is not yet one that can be read. */
@Component("welcomeSeen")
class WelcomeSeen implements Effect {

	/** Scanners and spools may keep it for minutes, and the server works meanwhile. */
	private static final Outcome NOT_YET = new Outcome.Later(
			"the mail server accepted the welcome mail, but it has not arrived yet");

	/** Seen on James: most are there after 20 ms. */
	private static final List<Duration> WAITS = List.of(25, 50, 100, 200, 400, 600, 700)
		.stream()
		.map(Duration::ofMillis)
		.toList();

	private final Inboxes inboxes;

	WelcomeSeen(Inboxes inboxes) {
		this.inboxes = inboxes;
	}

	@Override
	public String name() {
		return "welcome-seen";
	}

	@Override
	public Outcome perform(Work work) {
		int before = Integer.parseInt(work.evidence().getOrDefault(WelcomeMail.NAME, "0"));
		Outcome seen = NOT_YET;
		Patience patience = new Patience();
		for (Duration wait : WAITS) {
			if (!seen.equals(NOT_YET) || patience.isOver() || !pause(wait)) {
				return seen;
			}
			seen = this.inboxes.count(work.person().address(),
					(now) -> (now > before) ? new Outcome.Done("seen in the mailbox") : NOT_YET);
		}
		return seen;
	}

	/** Returns false if the process ends. */
	private static boolean pause(Duration wait) {
		try {
			Thread.sleep(wait.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
