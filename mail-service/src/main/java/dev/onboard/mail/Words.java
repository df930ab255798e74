package dev.onboard.mail;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;

/**
 * One template in one language, of two files: the first line of the text is the subject.
 */
record Words(Template subject, Template text, Template html) {

	private static final Mustache.Compiler TEXT = Mustache.compiler().escapeHTML(false);

	private static final Mustache.Compiler HTML = Mustache.compiler().escapeHTML(true);

	/**
	 * Takes it from its files.
	 * @param name such as {@code welcome.en}
	 * @throws IllegalArgumentException if one is missing or broken
	 */
	static Words of(String name, Map<String, String> files) {
		String text = file(name + ".txt", files);
		int end = text.indexOf('\n');
		if (end < 0 || text.substring(0, end).isBlank()) {
			throw new IllegalArgumentException(name + ".txt must begin with the subject, in a line of its own");
		}
		return new Words(compile(TEXT, name + ".txt", text.substring(0, end).strip()),
				compile(TEXT, name + ".txt", text.substring(end + 1).stripLeading()),
				compile(HTML, name + ".html", file(name + ".html", files)));
	}

	private static String file(String name, Map<String, String> files) {
		String text = files.get(name);
		if (text == null) {
			throw new IllegalArgumentException("there is no template " + name);
		}
		return text;
	}

	private static Template compile(Mustache.Compiler compiler, String name, String text) {
		try {
			return compiler.compile(text);
		}
		catch (MustacheException ex) {
			throw new IllegalArgumentException(name + " is broken: " + ex.getMessage(), ex);
		}
	}

	MailTemplate fill(Map<String, String> values) {
		return new MailTemplate(this.subject.execute(values), this.text.execute(values), this.html.execute(values));
	}

	/** Names of the values that it wants. */
	Set<String> values() {
		Set<String> values = new TreeSet<>();
		Mustache.Visitor visitor = new ValueNames(values);
		this.subject.visit(visitor);
		this.text.visit(visitor);
		this.html.visit(visitor);
		return values;
	}

	private record ValueNames(Set<String> found) implements Mustache.Visitor {

		@Override
		public void visitText(String text) {
			if (text.contains("{{")) {
				this.found.add("{{ without }}");
			}
		}

		@Override
		public void visitVariable(String name) {
			this.found.add(name);
		}

		@Override
		public boolean visitInclude(String name) {
			this.found.add(name);
			return false;
		}

		@Override
		public boolean visitSection(String name) {
			return this.found.add(name);
		}

		@Override
		public boolean visitInvertedSection(String name) {
			return this.found.add(name);
		}

	}

}
