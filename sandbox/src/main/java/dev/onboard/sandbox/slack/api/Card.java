package dev.onboard.sandbox.slack.api;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message that a bot posted and may have edited since.
 *
 * @param channel the channel's id
 * @param ts the message's id in it
 * @param bot who posted it
 * @param text empty if there is none
 * @param blocks empty if there are none
 * @param metadata null if there is none
 * @param edits how often it was edited
 * @param at when it was posted
 * @param editedAt when it was edited last; null if never
 */
@JsonInclude(Include.NON_NULL)
public record Card(String channel, String ts, @JsonIgnore Bot bot, String text, JsonNode blocks,
		@Nullable JsonNode metadata, int edits, Instant at, @Nullable Instant editedAt) {

	static Card posted(Bot bot, String channel, Timestamp ts, Content content, Instant at) {
		return new Card(channel, ts.toString(), bot, content.textAfter(""), content.blocksOrNone(),
				content.metadataAfter(null), 0, at, null);
	}

	Card edited(Content content, Instant now) {
		return new Card(this.channel, this.ts, this.bot, content.textAfter(this.text), content.blocksAfter(this.blocks),
				content.metadataAfter(this.metadata), this.edits + 1, this.at, now);
	}

}
