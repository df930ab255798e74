package dev.onboard.sandbox.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places like <code>${name}</code> to fill.
 */
public final class Template {

	private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

	private final String name;

	private final String text;

	private Template(String name, String text) {
		this.name = name;
		this.text = text;
	}

	/**
	 * Reads a resource that is packaged with the sandbox.
	 * @throws IllegalArgumentException if there is no such resource
	 */
	public static Template of(String resource) {
		try (InputStream stream = Template.class.getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalArgumentException("No resource " + resource);
			}
			return new Template(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The text with every place filled. Values go in as they are: a value that itself
	 * looks like a place stays so.
	 * @throws IllegalArgumentException if a place has no value
	 */
	public String fill(Map<String, String> values) {
		return PLACE.matcher(this.text).replaceAll((place) -> Matcher.quoteReplacement(value(values, place.group(1))));
	}

	private String value(Map<String, String> values, String place) {
		String value = values.get(place);
		if (value == null) {
			throw new IllegalArgumentException("Nothing to put for ${" + place + "} in " + this.name);
		}
		return value;
	}

}
