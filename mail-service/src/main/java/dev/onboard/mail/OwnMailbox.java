package dev.onboard.mail;

import java.util.Map;

/**
 * What the effect {@code mailbox} leaves behind as evidence: the address, and behind it a
 * word where old mail may be in it.
 *
 * @param empty whether nothing was in it, so that whatever is found there came later
 */
public record OwnMailbox(String address, boolean empty) {

	/** Name of the effect; never renamed. */
	public static final String EFFECT = "mailbox";

	private static final String OLD_MAIL = " with-old-mail";

	public static OwnMailbox of(String evidence) {
		boolean empty = !evidence.endsWith(OLD_MAIL);
		return new OwnMailbox(empty ? evidence : evidence.substring(0, evidence.length() - OLD_MAIL.length()), empty);
	}

	/** Whether the evidence says that it was empty. */
	static boolean wasEmpty(Map<String, String> evidence) {
		String mailbox = evidence.get(EFFECT);
		return mailbox != null && of(mailbox).empty();
	}

	public String evidence() {
		return this.empty ? this.address : this.address + OLD_MAIL;
	}

}
