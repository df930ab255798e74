package dev.onboard.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of template files by their names, such as {@code welcome.en.txt}. */
final class TemplateFiles {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*\\.[a-z]{2,3}(-[a-z0-9]+)*\\.(txt|html)");

	private static final Pattern ANY = Pattern.compile(".*\\.(txt|html)");

	private TemplateFiles() {
	}

	static Map<String, String> shipped() {
		Map<String, String> files = new TreeMap<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:mail/*.*")) {
				try (InputStream in = file.getInputStream()) {
					files.put(Objects.requireNonNull(file.getFilename()),
							new String(in.readAllBytes(), StandardCharsets.UTF_8));
				}
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What an operator has put into a folder; files that are neither text nor HTML are
	 * none of ours.
	 * @param folder empty for none
	 * @throws IllegalArgumentException if it or a file in it cannot be used
	 */
	static Map<String, String> in(String folder) {
		Map<String, String> files = new TreeMap<>();
		if (folder.isBlank()) {
			return files;
		}
		try (Stream<Path> listed = Files.list(Path.of(folder.strip()))) {
			for (Path file : listed.filter((it) -> ANY.matcher(name(it)).matches()).toList()) {
				files.put(name(file), text(file));
			}
			return files;
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("MAIL_TEMPLATES must be a folder that can be read: " + ex, ex);
		}
	}

	private static String name(Path file) {
		return String.valueOf(file.getFileName());
	}

	private static String text(Path file) throws IOException {
		if (!NAME.matcher(name(file)).matches()) {
			throw new IllegalArgumentException(name(file) + " is not called as a template is, such as welcome.en.txt");
		}
		try {
			return Files.readString(file).replace("\uFEFF", "").replace("\r\n", "\n");
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException(name(file) + " is not UTF-8", ex);
		}
	}

}
