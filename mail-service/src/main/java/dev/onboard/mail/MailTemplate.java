package dev.onboard.mail;

/**
 * A mail's words, filled in.
 *
 * @param subject one line
 * @param text the plain part
 * @param html the same as HTML
 */
public record MailTemplate(String subject, String text, String html) {

	/** There may be a secret in the words. */
	@Override
	public String toString() {
		return "MailTemplate[subject=" + this.subject + "]";
	}

}
