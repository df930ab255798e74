package dev.onboard.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/**
 * Fills in the templates: Mustache files {@code <name>.<language>.txt}, whose first line
 * is the subject, and {@code <name>.<language>.html}, where values are escaped. They are
 * read once, at the start, which fails if one is missing or broken: each template is
 * there in each language, and an operator's has no other values than ours.
 */
@Component
public class MailTemplates {

	private static final String MAIN_LANGUAGE = "en";

	/** By name and language, such as {@code welcome.en}. */
	private final Map<String, Words> templates = new HashMap<>();

	private final String language;

	public MailTemplates(MailSettings settings) {
		this.language = settings.language();
		try {
			read(TemplateFiles.shipped(), TemplateFiles.in(settings.templates()));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("onboard.mail.templates", settings.templates(),
					String.valueOf(ex.getMessage()));
		}
	}

	private void read(Map<String, String> shipped, Map<String, String> own) {
		Map<String, String> files = new TreeMap<>(shipped);
		files.putAll(own);
		Set<String> names = parts(shipped, 0);
		Set<String> languages = parts(files, 1);
		if (!languages.contains(this.language)) {
			throw new IllegalArgumentException("ONBOARD_LANGUAGE must be one that there are templates in: "
					+ String.join(", ", languages) + "; or MAIL_TEMPLATES a folder with such templates");
		}
		for (String name : names) {
			Set<String> values = Words.of(name + "." + MAIN_LANGUAGE, shipped).values();
			for (String language : languages) {
				this.templates.put(name + "." + language, checked(name + "." + language, files, values));
			}
		}
		files.keySet()
			.stream()
			.filter((file) -> !names.contains(file.split("\\.", -1)[0]))
			.findFirst()
			.ifPresent((file) -> {
				throw new IllegalArgumentException(file + " is none of the templates: " + String.join(", ", names));
			});
	}

	private static Words checked(String name, Map<String, String> files, Set<String> values) {
		Words words = Words.of(name, files);
		Set<String> unknown = words.values();
		unknown.removeAll(values);
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException(
					name + " wants " + String.join(", ", unknown) + "; there are only " + String.join(", ", values));
		}
		return words;
	}

	private static Set<String> parts(Map<String, String> files, int part) {
		return files.keySet()
			.stream()
			.map((file) -> file.split("\\.", -1)[part])
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Fills one in.
	 * @param name such as {@code welcome}
	 * @param language such as {@code en}; null, or one that there are no templates in,
	 * for the one of the settings
	 * @param values by the names that the template has for them; each becomes one line
	 */
	public MailTemplate fill(String name, @Nullable String language, Map<String, String> values) {
		Words words = this.templates.get(name + "." + language);
		words = (words != null) ? words : this.templates.get(name + "." + this.language);
		if (words == null) {
			throw new IllegalArgumentException("there is no template " + name);
		}
		Map<String, String> lines = new TreeMap<>(values);
		lines.replaceAll((key, value) -> HeaderText.of(value));
		return words.fill(lines);
	}

}
