package dev.onboard.web.slack;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.onboard.events.Person;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.web.Progress;

/** How a person's card looks: a pure function of the person and of their progress. */
record Card(Person person, Progress.State progress) {

	/** Marks our cards; Slack gives it back with the message. */
	static final String EVENT_TYPE = "onboarding";

	static final String PERSON_ID = "person_id";

	/** Slack's limit of a header. */
	private static final int LONGEST_HEADER = 150;

	private static final int LONGEST_ADDRESS = 1000;

	/** Shown in place of the blocks, such as in notifications. */
	String text() {
		return SlackText.escaped("Welcome " + this.person.fullName() + " (" + this.person.address() + ")");
	}

	/** Plain text throughout, so that no name can format, link or mention anything. */
	List<Object> blocks() {
		String body = SlackText.escaped(this.person.address(), LONGEST_ADDRESS) + "\n" + line("Mail", TargetSystem.MAIL)
				+ "\n" + line("Redmine", TargetSystem.REDMINE);
		return List.of(block("header", SlackText.escaped("Welcome " + this.person.fullName(), LONGEST_HEADER)),
				block("section", body));
	}

	private static Object block(String type, String text) {
		return Map.of("type", type, "text", Map.of("type", "plain_text", "text", text, "emoji", false));
	}

	private String line(String name, TargetSystem system) {
		return switch (this.progress.results().getOrDefault(system, StepResult.RETRYING)) {
			case ADDED -> "✅ " + name;
			case SKIPPED -> "➖ " + name + ": left out";
			case FAILED -> "❌ " + name + ": needs attention";
			case RETRYING -> "⏳ " + name;
		};
	}

	Object metadata() {
		return Map.of("event_type", EVENT_TYPE, "event_payload", Map.of(PERSON_ID, id().toString()));
	}

	UUID id() {
		return this.person.id();
	}

	int version() {
		return this.progress.version();
	}

}
