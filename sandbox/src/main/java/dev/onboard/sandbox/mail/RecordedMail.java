package dev.onboard.sandbox.mail;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A mail that the server took.
 *
 * @param at when it came
 * @param from the envelope's sender; empty for a bounce
 * @param recipients of the envelope, local and foreign
 * @param foreign those of the recipients that are outside the domain: the mail was kept
 * from them
 * @param subject decoded; empty if there is none
 * @param text the decoded plain text, or what there is instead; cut off when very long
 * @param messageId as in the header; empty if there is none
 */
public record RecordedMail(Instant at, String from, List<String> recipients, List<String> foreign, String subject,
		String text, String messageId) {

	/**
	 * Whether nobody outside the domain was to get it.
	 */
	@JsonProperty
	public boolean local() {
		return this.foreign.isEmpty();
	}

	public boolean isTo(String address) {
		return this.recipients.stream().anyMatch(address::equalsIgnoreCase);
	}

}
