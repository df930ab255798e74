package dev.onboard.mail.activation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

import dev.onboard.mail.MailSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The words of the page, by language and name. */
@Component
class Texts {

	private static final List<String> LANGUAGES = List.of("en", "ru");

	private final Map<String, Map<String, String>> texts = new TreeMap<>();

	private final String language;

	Texts(MailSettings settings) {
		LANGUAGES.forEach((each) -> this.texts.put(each, read(each)));
		this.language = this.texts.containsKey(settings.language()) ? settings.language() : LANGUAGES.get(0);
	}

	private static Map<String, String> read(String language) {
		Properties file = new Properties();
		try (InputStreamReader in = new InputStreamReader(
				Objects
					.requireNonNull(Texts.class.getResourceAsStream("/activation/texts." + language + ".properties")),
				StandardCharsets.UTF_8)) {
			file.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, String> texts = new TreeMap<>();
		file.stringPropertyNames().forEach((name) -> texts.put(name, file.getProperty(name)));
		return texts;
	}

	Map<String, String> in(String language) {
		return Objects.requireNonNull(this.texts.get(language));
	}

	/**
	 * The language to write to somebody in.
	 * @param own null if it is not known
	 * @param accepted the header {@code Accept-Language}, null if there is none
	 */
	String language(@Nullable String own, @Nullable String accepted) {
		return (own != null && this.texts.containsKey(own)) ? own : accepted(accepted);
	}

	private String accepted(@Nullable String accepted) {
		try {
			String best = Locale.lookupTag(Locale.LanguageRange.parse(Objects.requireNonNullElse(accepted, "")),
					this.texts.keySet());
			return Objects.requireNonNullElse(best, this.language);
		}
		catch (IllegalArgumentException ex) {
			// It is empty, or not as RFC 9110 has it.
			return this.language;
		}
	}

}
