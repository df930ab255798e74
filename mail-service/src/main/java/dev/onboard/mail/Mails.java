package dev.onboard.mail;

import java.time.Duration;

import dev.onboard.delivery.http.Patience;
import dev.onboard.delivery.ledger.Outcome;

/** Hands mails over to a mail server. */
public interface Mails {

	/**
	 * How long handing one over may take. A server may look through a mail for a while
	 * before it accepts it; who goes away earlier sends it twice (RFC 5321, 4.5.3.2.6).
	 */
	Duration LONGEST = Duration.ofSeconds(25);

	/** Of an effect that hands a mail over at its end, 40 s after it began at most. */
	static Patience patience() {
		return new Patience(Duration.ofSeconds(15));
	}

	/**
	 * Hands one over. What was accepted cannot be asked for; a repeat carries the same
	 * Message-ID, so that its reader's mailbox may tell.
	 * @return done, without evidence, once the server has accepted it; ambiguous where it
	 * may have
	 */
	Outcome send(Mail mail);

}
