package dev.onboard.sandbox.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.onboard.sandbox.http.Answer;
import dev.onboard.sandbox.http.Endpoint;
import dev.onboard.sandbox.http.Routes;
import dev.onboard.sandbox.mail.James;
import dev.onboard.sandbox.mail.Mailbox;
import dev.onboard.sandbox.mail.RecordedMail;
import dev.onboard.sandbox.memory.Newest;
import dev.onboard.sandbox.slack.SlackMessage;
import dev.onboard.sandbox.slack.api.Cards;
import dev.onboard.sandbox.template.Template;

/**
 * Shows what reached the outside world, as one page without scripts.
 */
public final class Page {

	private static final Template FRAME = Template.of("/page.html");

	private static final String CSS = Template.of("/page.css").fill(Map.of());

	private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(CSS)
			+ "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private final String domain;

	private final Newest<SlackMessage> messages;

	private final Cards cards;

	private final James james;

	private final Newest<RecordedMail> mails;

	public Page(String domain, Newest<SlackMessage> messages, Cards cards, James james, Newest<RecordedMail> mails) {
		this.domain = domain;
		this.messages = messages;
		this.cards = cards;
		this.james = james;
		this.mails = mails;
	}

	public void addTo(Routes routes) {
		routes.on("GET", "/", Endpoint.now((request) -> show()));
	}

	private Answer show() {
		List<RecordedMail> recorded = this.mails.oldestFirst();
		Map<String, String> places = new HashMap<>(Map.of("css", CSS, "domain", Html.escaped(this.domain)));
		put(places, "post", this.messages.oldestFirst(), SlackEntry::html, "Nobody has posted yet.");
		put(places, "card", this.cards.oldestFirst(), SlackEntry::html, "No bot has posted yet.");
		put(places, "local", recorded.stream().filter(RecordedMail::local).toList(), MailEntry::html, "None yet.");
		put(places, "foreign", recorded.stream().filter((mail) -> !mail.local()).toList(), MailEntry::html,
				"None yet.");
		this.james.mailboxes()
			.ifPresentOrElse((mailboxes) -> put(places, "mailbox", mailboxes, Page::row, "None yet."),
					() -> put(places, "mailbox", List.of(), Page::row, "The mail server is starting."));
		places.put("mailboxes", "<table>" + places.get("mailbox") + "</table>");
		return Answer.html(FRAME.fill(places))
			.with("Content-Security-Policy", POLICY)
			.with("X-Content-Type-Options", "nosniff")
			.with("Referrer-Policy", "no-referrer");
	}

	private static <T> void put(Map<String, String> places, String name, List<T> oldestFirst, Function<T, String> html,
			String none) {
		places.put(name, Html.newestFirst(oldestFirst, html, none));
		places.put(name + "Count", Html.count(oldestFirst.size()));
	}

	private static String row(Mailbox mailbox) {
		return "<tr><td>%s</td><td>%d %s</td></tr>".formatted(Html.escaped(mailbox.address()), mailbox.messages(),
				(mailbox.messages() == 1) ? "message" : "messages");
	}

	private static String sha256(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
