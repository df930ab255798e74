package dev.onboard.web.slack;

/** Text that Slack shows as it is. */
final class SlackText {

	private SlackText() {
	}

	/** The three characters that begin links, mentions and entities in Slack's text. */
	static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/**
	 * The same, cut at the end of a character so that it is not longer than {@code most}
	 * in either form: Slack does not say which one it counts.
	 */
	static String escaped(String text, int most) {
		String whole = escaped(text);
		if (whole.length() <= most) {
			return whole;
		}
		StringBuilder cut = new StringBuilder();
		text.codePoints()
			.mapToObj((character) -> escaped(Character.toString(character)))
			.takeWhile((character) -> cut.length() + character.length() < most)
			.forEach(cut::append);
		return cut.append('…').toString();
	}

}
