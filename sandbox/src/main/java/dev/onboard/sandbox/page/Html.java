package dev.onboard.sandbox.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Small pieces of HTML.
 */
final class Html {

	/**
	 * How many entries of a list are shown.
	 */
	static final int SHOWN = 100;

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

	private Html() {
	}

	/**
	 * Text as HTML, fit for elements and for attributes in double quotes.
	 */
	static String escaped(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	/**
	 * A link that does not tell where it was clicked.
	 * @param html what to click on
	 */
	static String link(String address, String html) {
		return "<a rel=\"noreferrer\" href=\"" + escaped(address) + "\">" + html + "</a>";
	}

	/**
	 * The entries that came last, the very last first.
	 */
	static <T> String newestFirst(List<T> oldestFirst, Function<T, String> html, String none) {
		if (oldestFirst.isEmpty()) {
			return "<p class=\"faint\">" + none + "</p>";
		}
		List<T> shown = new ArrayList<>(
				oldestFirst.subList(Math.max(0, oldestFirst.size() - SHOWN), oldestFirst.size()));
		Collections.reverse(shown);
		return shown.stream().map(html).collect(Collectors.joining("\n"));
	}

	static String count(int total) {
		return (total > SHOWN) ? total + " in all, the newest " + SHOWN + " shown" : total + " in all";
	}

	static String time(Instant at) {
		return "<time class=\"faint\" datetime=\"%s\" title=\"%s\">%s UTC</time>".formatted(at, at, CLOCK.format(at));
	}

}
