package dev.onboard.sandbox.page;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's mark-up as HTML. In it the entities of ampersand, less and greater stand for
 * these characters, and bare angle brackets make a link or a mention; see "Formatting
 * text for app surfaces" in Slack's documentation.
 */
final class SlackText {

	private static final Pattern ANGLE = Pattern.compile("<([^<>|\\n]+)(?:\\|([^<>\\n]*))?>");

	private static final Pattern STYLE = Pattern
		.compile("(?<![\\w])(?:\\*([^*\\n]+)\\*|_([^_\\n]+)_|~([^~\\n]+)~|`([^`\\n]+)`)(?![\\w])");

	private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+-]+):");

	private static final Map<String, String> EMOJIS = Map.of("wave", "👋", "tada", "🎉", "white_check_mark", "✅",
			"warning", "⚠️", "x", "❌", "email", "✉️", "rocket", "🚀", "hourglass", "⌛");

	private SlackText() {
	}

	static String html(String marked) {
		StringBuilder html = new StringBuilder();
		Matcher angle = ANGLE.matcher(marked);
		int from = 0;
		while (angle.find()) {
			html.append(styled(marked.substring(from, angle.start())));
			html.append(reference(angle.group(1), angle.group(2)));
			from = angle.end();
		}
		return html.append(styled(marked.substring(from))).toString();
	}

	/**
	 * Text in which Slack knows no mark-up but emoji.
	 */
	static String plain(String text) {
		return EMOJI.matcher(literal(text))
			.replaceAll((name) -> Matcher.quoteReplacement(EMOJIS.getOrDefault(name.group(1), name.group())));
	}

	/**
	 * Text in which Slack knows no mark-up at all.
	 */
	static String literal(String text) {
		return Html.escaped(characters(text)).replace("\n", "<br>");
	}

	private static String styled(String text) {
		return STYLE.matcher(plain(text)).replaceAll((style) -> Matcher.quoteReplacement(element(style)));
	}

	private static String element(MatchResult style) {
		String[] names = { "strong", "em", "s", "code" };
		for (int i = 0; i < names.length; i++) {
			if (style.group(i + 1) != null) {
				return "<" + names[i] + ">" + style.group(i + 1) + "</" + names[i] + ">";
			}
		}
		return style.group();
	}

	private static String reference(String target, String label) {
		String address = characters(target.replaceFirst("^!(?=here|channel|everyone)", "@"));
		String shown = (label != null) ? plain(label) : Html.escaped(address);
		if (target.matches("(?i)(https?://|mailto:).*")) {
			return Html.link(address, shown);
		}
		return (label != null || target.matches("[@#!].*")) ? "<strong>" + shown + "</strong>"
				: "&lt;" + shown + "&gt;";
	}

	private static String characters(String text) {
		return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
	}

}
