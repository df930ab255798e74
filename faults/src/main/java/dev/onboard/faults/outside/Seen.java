package dev.onboard.faults.outside;

import java.time.Instant;

/**
 * Something that took effect outside.
 *
 * @param person the address or login it was done to
 * @param detail the Message-ID of a mail, the {@code ts} of a card, the id of an account
 */
public record Seen(Instant at, Kind kind, String person, String detail) {

	public enum Kind {

		MAILBOX,
		/** Any mail into a mailbox, but for those with a link. */
		WELCOME_MAIL,
		/** Mail with a link, and mail to another domain. */
		OTHER_MAIL, REDMINE_ACCOUNT, WEBHOOK_POST, CARD, CARD_UPDATE

	}

}
