package dev.onboard.web.redmine;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The languages of Redmine 6; one that it does not have may be an error there. */
final class Languages {

	private static final List<String> CODES = List.of("ar", "az", "bg", "bs", "ca", "cs", "da", "de", "el", "en",
			"en-GB", "es", "es-PA", "et", "eu", "fa", "fi", "fr", "gl", "he", "hr", "hu", "id", "it", "ja", "ko", "lt",
			"lv", "mk", "mn", "nl", "no", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sq", "sr", "sr-YU", "sv",
			"ta-IN", "th", "tr", "uk", "vi", "zh", "zh-TW");

	private Languages() {
	}

	/**
	 * Redmine's code, that of the language without its region where it has none of the
	 * region, or empty.
	 */
	static String redmines(@Nullable String language) {
		if (language == null) {
			return "";
		}
		String code = language.replace('_', '-');
		return CODES.stream()
			.filter(code::equalsIgnoreCase)
			.findFirst()
			.orElseGet(() -> code.contains("-") ? redmines(code.substring(0, code.lastIndexOf('-'))) : "");
	}

}
