package dev.onboard.sandbox.page;

import java.util.stream.Collectors;

import dev.onboard.sandbox.mail.RecordedMail;

/**
 * One mail as HTML.
 */
final class MailEntry {

	private static final int SHOWN_CHARACTERS = 2_000;

	private MailEntry() {
	}

	static String html(RecordedMail mail) {
		String recipients = mail.recipients()
			.stream()
			.map((recipient) -> (mail.foreign().contains(recipient) ? "<span class=\"to\">" : "<span>")
					+ Html.escaped(recipient) + "</span>")
			.collect(Collectors.joining(", "));
		return """
				<article class="mail"><p><strong>%s</strong> %s</p>
				<p>%s → %s</p>
				<pre>%s</pre></article>""".formatted(
				Html.escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject()), Html.time(mail.at()),
				Html.escaped(mail.from().isEmpty() ? "(nobody)" : mail.from()), recipients,
				Links.html(beginning(mail.text())));
	}

	private static String beginning(String text) {
		return (text.length() <= SHOWN_CHARACTERS) ? text.strip() : text.substring(0, SHOWN_CHARACTERS).strip() + "…";
	}

}
