package dev.onboard.sandbox.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text as HTML in which web addresses can be clicked.
 */
final class Links {

	/**
	 * Without the punctuation that ends a sentence, and without a bracket or a quotation
	 * mark that closes round the address.
	 */
	private static final Pattern ADDRESS = Pattern.compile(
			"\\bhttps?://[^\\s<>\"'\\[\\]{}|\\\\^`“”«»]*[^\\s<>\"'\\[\\]{}|\\\\^`“”«».,;:!?)…]",
			Pattern.CASE_INSENSITIVE);

	private Links() {
	}

	static String html(String text) {
		StringBuilder html = new StringBuilder();
		Matcher address = ADDRESS.matcher(text);
		int from = 0;
		while (address.find()) {
			html.append(Html.escaped(text.substring(from, address.start())))
				.append(Html.link(address.group(), Html.escaped(address.group())));
			from = address.end();
		}
		return html.append(Html.escaped(text.substring(from))).toString();
	}

}
