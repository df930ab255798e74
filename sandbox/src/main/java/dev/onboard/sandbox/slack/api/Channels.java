package dev.onboard.sandbox.slack.api;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which channels there are: every id is one, and every name has one. Only who posts may
 * use a name; other methods want the id, as Slack's do.
 */
final class Channels {

	private Channels() {
	}

	/**
	 * The id of the channel to post to.
	 * @param channel an id or <code>#name</code>
	 * @throws Refusal if it is neither
	 */
	static String idOf(String channel) throws Refusal {
		return channel.matches("#[^\\s#]+") ? idOfName(channel.substring(1)) : known(channel);
	}

	/**
	 * The same id.
	 * @throws Refusal if it is none
	 */
	static String known(String id) throws Refusal {
		if (!id.matches("C[A-Z0-9]+")) {
			throw new Refusal("channel_not_found");
		}
		return id;
	}

	private static String idOfName(String name) {
		return name.toUpperCase(Locale.ROOT)
			.codePoints()
			.mapToObj((point) -> (point < 128 && Character.isLetterOrDigit(point)) ? Character.toString(point)
					: Integer.toHexString(point).toUpperCase(Locale.ROOT))
			.collect(Collectors.joining("", "C", ""));
	}

}
