package dev.onboard.delivery.outbox;

import java.util.Locale;

/**
 * The broker's word on one message.
 *
 * @param why it was not published, empty where it was
 */
record Receipt(Word word, String why) {

	static final Receipt CONFIRMED = new Receipt(Word.CONFIRMED, "");

	/** What a message can have come to. */
	enum Word {

		/** It is in a queue, durably. */
		CONFIRMED,
		/** No queue takes it. */
		RETURNED,
		/** A queue is full, or it cannot be written as a message. */
		REFUSED,
		/**
		 * Nothing was said in time: the broker takes nothing just now, whatever the
		 * message is. It may be there or not.
		 */
		LATE,
		/**
		 * Nothing was said before the channel was closed, as it is for what we may not
		 * say: it may be there or not.
		 */
		UNCONFIRMED;

		/** As in metrics. */
		String label() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	boolean isPublished() {
		return this.word == Word.CONFIRMED;
	}

}
