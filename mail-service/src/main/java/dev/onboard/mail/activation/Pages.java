package dev.onboard.mail.activation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

import org.springframework.stereotype.Component;

/** Writes the pages: HTML without scripts, pictures or anything from elsewhere. */
@Component
class Pages {

	private static final Mustache.Compiler HTML = Mustache.compiler()
		.escapeHTML(true)
		.emptyStringIsFalse(true)
		.defaultValue("");

	private final Template page = HTML.compile(file("page.html"));

	private final Template form = HTML.compile(file("form.html"));

	private final Template done = HTML.compile(file("done.html"));

	private final Template note = HTML.compile(file("note.html"));

	private final String style = file("page.css");

	private final Texts texts;

	private final ActivationSettings.ReadMail readMail;

	Pages(Texts texts, ActivationSettings settings) {
		this.texts = texts;
		this.readMail = settings.readMail();
	}

	/** What the only style element of every page has in it. */
	String style() {
		return this.style;
	}

	String form(String language, String address) {
		return form(language, address, Mistakes.NONE, "");
	}

	/**
	 * The form once more; what was typed is not in it.
	 * @param trouble name of the text that says what was not the person's mistake, empty
	 * for nothing
	 */
	String form(String language, String address, Mistakes mistakes, String trouble) {
		Map<String, String> t = this.texts.in(language);
		return page(language, "formTitle", this.form, Map.of("address", address, "passwordError",
				text(t, mistakes.password()), "againError", text(t, mistakes.again()), "trouble", text(t, trouble)));
	}

	String done(String language, String address) {
		String hints = this.readMail.webmail() + this.readMail.imap() + this.readMail.smtp();
		return page(language, "doneTitle", this.done, Map.of("address", address, "webmail", this.readMail.webmail(),
				"imap", this.readMail.imap(), "smtp", this.readMail.smtp(), "unhinted", hints.isEmpty()));
	}

	/**
	 * A page that only says something.
	 * @param name of its texts, such as {@code void}
	 */
	String note(String language, String name) {
		Map<String, String> t = this.texts.in(language);
		return page(language, name + "Title", this.note,
				Map.of("noteTitle", text(t, name + "Title"), "noteText", text(t, name + "Text")));
	}

	private String page(String language, String title, Template content, Map<String, ?> values) {
		Map<String, String> t = this.texts.in(language);
		Map<String, Object> all = new HashMap<>(values);
		all.put("t", t);
		return this.page.execute(Map.of("language", language, "title", text(t, title), "style", this.style, "content",
				content.execute(all)));
	}

	private static String text(Map<String, String> texts, String name) {
		return name.isEmpty() ? "" : Objects.requireNonNull(texts.get(name), name);
	}

	private static String file(String name) {
		try (InputStream file = Pages.class.getResourceAsStream("/activation/" + name)) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
