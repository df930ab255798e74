package dev.onboard.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.samskivert.mustache.Mustache;

import org.springframework.stereotype.Component;

/**
 * Fills in the templates: Mustache files {@code <name>.<language>.txt}, whose first line
 * is the subject, and {@code <name>.<language>.html}, where values are escaped.
 */
@Component
public class MailTemplates {

	private static final Mustache.Compiler TEXT = Mustache.compiler().escapeHTML(false);

	private static final Mustache.Compiler HTML = Mustache.compiler().escapeHTML(true);

	/**
	 * @param name such as {@code welcome}
	 * @param language such as {@code en}
	 * @param values by the names that the template has for them
	 */
	public MailTemplate fill(String name, String language, Map<String, String> values) {
		String text = TEXT.compile(file(name, language, "txt")).execute(values);
		int end = text.indexOf('\n');
		return new MailTemplate(text.substring(0, end).strip(), text.substring(end + 1).stripLeading(),
				HTML.compile(file(name, language, "html")).execute(values));
	}

	private static String file(String name, String language, String kind) {
		String path = "/mail/" + name + "." + language + "." + kind;
		try (InputStream file = MailTemplates.class.getResourceAsStream(path)) {
			if (file == null) {
				throw new IllegalArgumentException("there is no template " + path);
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
