package dev.onboard.faults.outside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.onboard.testing.Sandbox;
import tools.jackson.databind.JsonNode;

/** What took effect in the sandbox, as itself tells. */
public final class SandboxEffects {

	private SandboxEffects() {
	}

	/**
	 * A mailbox as if it had been there always, for James does not tell since when it is
	 * there: of it, the order of what was done says nothing.
	 */
	public static List<Seen> of(Sandbox sandbox) {
		List<Seen> seen = new ArrayList<>();
		sandbox.mailboxes()
			.forEach((mailbox) -> seen.add(new Seen(Instant.EPOCH, Seen.Kind.MAILBOX, text(mailbox, "address"), "")));
		sandbox.mails()
			.forEach((mail) -> mail.required("recipients")
				.forEach((to) -> seen
					.add(new Seen(at(mail), Seen.Kind.WELCOME_MAIL, to.asString(), text(mail, "messageId")))));
		sandbox.messages().forEach((post) -> seen.add(new Seen(at(post), Seen.Kind.WEBHOOK_POST, whose(post), "")));
		return seen;
	}

	private static Instant at(JsonNode node) {
		return Instant.parse(text(node, "at"));
	}

	/** The address is the last word of a post. */
	private static String whose(JsonNode post) {
		String text = text(post, "text");
		return text.substring(text.lastIndexOf(' ') + 1);
	}

	private static String text(JsonNode node, String name) {
		return node.required(name).asString();
	}

}
