package dev.onboard.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MailTemplatesTests {

	private static final Map<String, String> ALICE = Map.of("firstName", "Alice", "lastName", "Ivanova", "login",
			"alice", "address", "alice@example.com");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "en,'Welcome, Alice!',Hello Alice Ivanova",
			"ru,'Добро пожаловать, Alice!','Здравствуйте, Alice Ivanova'" })
	void speakTheLanguage(String language, String subject, String greeting) {
		MailTemplate mail = templates("en").fill("welcome", language, ALICE);
		assertThat(mail.subject()).isEqualTo(subject);
		assertThat(mail.text()).startsWith(greeting).contains("alice@example.com");
		assertThat(mail.html()).contains(greeting.replace("Alice Ivanova", "<bdi>Alice Ivanova</bdi>"),
				"alice@example.com");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "fr", "", "../en" })
	void speakTheLanguageOfTheSettingsToOthers(@Nullable String language) {
		assertThat(templates("ru").fill("welcome", language, ALICE))
			.isEqualTo(templates("en").fill("welcome", "ru", ALICE));
	}

	@Test
	void doNotInterpretWhatStrangersWrote() {
		MailTemplate mail = templates("en").fill("welcome", "en", Map.of("firstName", "A\r\nBcc: eve@example.com",
				"lastName", "<script>{{login}}</script>", "login", "alice", "address", "alice@example.com"));
		assertThat(mail.subject()).isEqualTo("Welcome, A Bcc: eve@example.com!");
		assertThat(mail.text()).startsWith("Hello A Bcc: eve@example.com <script>{{login}}</script>,");
		assertThat(mail.html()).contains("&lt;script&gt;{{login}}&lt;/script&gt;");
	}

	@Test
	void areReplacedByTheOperatorsFiles() throws IOException {
		write("welcome.en.txt", "\uFEFFHi {{login}}\r\n\r\nAs you like it.\r\n");
		write("notes.md", "of the operator");
		MailTemplate mail = templates("en").fill("welcome", "en", ALICE);
		assertThat(mail.subject()).isEqualTo("Hi alice");
		assertThat(mail.text()).isEqualTo("As you like it.\n");
		assertThat(mail.html()).isEqualTo(shipped().fill("welcome", "en", ALICE).html());
		assertThat(templates("en").fill("welcome", "ru", ALICE)).isEqualTo(shipped().fill("welcome", "ru", ALICE));
	}

	@Test
	void areReadOnlyAtTheStart() throws IOException {
		write("welcome.en.txt", "Hi {{login}}\n\nAs you like it.\n");
		MailTemplates templates = templates("en");
		write("welcome.en.txt", "Changed\n\n{{broken");
		assertThat(templates.fill("welcome", "en", ALICE).subject()).isEqualTo("Hi alice");
	}

	@Test
	void takeAnotherLanguageOfTheOperators() throws IOException {
		for (String name : shippedNames()) {
			write(name + ".de.txt", "Willkommen\n\nGuten Tag\n");
			write(name + ".de.html", "<p>Guten Tag</p>");
		}
		assertThat(templates("de").fill("welcome", null, ALICE))
			.isEqualTo(new MailTemplate("Willkommen", "Guten Tag\n", "<p>Guten Tag</p>"));
	}

	@ParameterizedTest
	@CsvSource({ "welcome.de.txt,there is no template", "welcome.de.html,there is no template",
			"welcom.en.txt,welcom.en.txt is none of the templates: ", "Welcome.EN.txt,Welcome.EN.txt is not called as",
			"welcome.txt,welcome.txt is not called as" })
	void failTheStartOverAFileThatIsOneTooManyOrTooFew(String file, String why) throws IOException {
		write(file, "Hello\n\nAlice\n");
		assertThat(reason("en")).contains(why);
	}

	@ParameterizedTest
	@CsvSource({ "'Hello\n\n{{#login}}',welcome.en.txt is broken: ",
			"'Hello {{login\n\nx',welcome.en wants {{ without }};", "Hello,must begin with the subject",
			"'\nHello',must begin with the subject", "'',must begin with the subject",
			"'Hello\n\n{{logni}}',welcome.en wants logni; there are only address",
			"'{{name}}\n\nHello',welcome.en wants name; there are only address",
			"'Hello\n\n{{#boss}}x{{/boss}}',welcome.en wants boss;",
			"'Hello\n\n{{>footer}}',welcome.en wants footer;" })
	void failTheStartOverABrokenFile(String text, String why) throws IOException {
		write("welcome.en.txt", text);
		assertThat(reason("en")).contains(why);
	}

	@Test
	void failTheStartOverAFileOfAnotherEncoding() throws IOException {
		Files.write(this.folder.resolve("welcome.ru.txt"), "Привет\n\nАлиса".getBytes("windows-1251"));
		assertThat(reason("en")).isEqualTo("welcome.ru.txt is not UTF-8");
	}

	@Test
	void failTheStartWithoutTheFolder() {
		this.folder = this.folder.resolve("nowhere");
		assertThat(reason("en")).startsWith("MAIL_TEMPLATES must be a folder that can be read");
	}

	@Test
	void failTheStartWithoutTheLanguageOfTheSettings() {
		assertThat(reason("tlh")).startsWith("ONBOARD_LANGUAGE must be one that there are templates in: en, ru");
	}

	@Test
	void doNotHaveWhatNobodyWrote() {
		assertThatIllegalArgumentException().isThrownBy(() -> templates("en").fill("farewell", "en", ALICE))
			.withMessage("there is no template farewell");
	}

	private static Iterable<String> shippedNames() {
		return TemplateFiles.shipped().keySet().stream().map((file) -> file.split("\\.", -1)[0]).distinct().toList();
	}

	private String reason(String language) {
		InvalidConfigurationPropertyValueException failure = catchThrowableOfType(
				InvalidConfigurationPropertyValueException.class, () -> templates(language));
		return failure.getReason();
	}

	private static MailTemplates shipped() {
		return new MailTemplates(settings("en", ""));
	}

	private MailTemplates templates(String language) {
		return new MailTemplates(settings(language, this.folder.toString()));
	}

	private static MailSettings settings(String language, String templates) {
		return new MailSettings("0123456789-0123456789-0123456789", "welcome@example.com", language, templates,
				new MailSettings.James("http://localhost:8000", "", ""));
	}

	private void write(String file, String text) throws IOException {
		Files.write(this.folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
	}

}
