package dev.onboard.mail.activation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTests {

	private static final Pattern REFERENCE = Pattern.compile("aria-describedby=\"([^\"]*)\"");

	private final Texts texts = new Texts(Settings.MAIL);

	private final Pages pages = new Pages(this.texts, Settings.DEFAULT);

	@Test
	void haveTheSameTextsInEachLanguage() {
		assertThat(this.texts.in("ru").keySet()).isEqualTo(this.texts.in("en").keySet());
		this.texts.in("en")
			.forEach(
					(name, text) -> assertThat(this.texts.in("ru").get(name)).as(name).isNotEqualTo(text).isNotBlank());
	}

	@Test
	void sayEveryFlawOfAPassword() {
		for (PasswordRules.Flaw flaw : PasswordRules.Flaw.values()) {
			assertThat(this.texts.in("en")).containsKey(flaw.text());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ru" })
	void leadEachFieldToItsLabelAndItsMistake(String language) {
		String html = this.pages.form(language, "alice@example.com", new Mistakes("weak", "different"), "notSet");
		for (String field : new String[] { "password", "again" }) {
			assertThat(html).containsOnlyOnce("<label for=\"" + field + "\">")
				.containsOnlyOnce("<input id=\"" + field + "\"");
		}
		Matcher references = REFERENCE.matcher(html);
		assertThat(references.results().flatMap((found) -> Pattern.compile(" ").splitAsStream(found.group(1))))
			.containsExactly("password-error", "rules", "again-error")
			.allSatisfy((id) -> assertThat(html).containsOnlyOnce(" id=\"" + id + "\""));
		assertThat(html).contains("<html lang=\"" + language + "\">")
			.contains(this.texts.in(language).get("weak"))
			.contains(this.texts.in(language).get("different"))
			.contains("role=\"alert\">" + this.texts.in(language).get("notSet"))
			.containsOnlyOnce(" autofocus");
	}

	@Test
	void sayNothingOfMistakesWhereThereAreNone() {
		assertThat(this.pages.form("en", "alice@example.com")).doesNotContain("aria-invalid=")
			.doesNotContain("role=\"alert\"")
			.doesNotContain("autofocus")
			.contains("aria-describedby=\"rules\"");
	}

	@Test
	void needNothingFromElsewhereAndNoScript() {
		for (String html : new String[] { this.pages.form("en", "a@example.com"),
				this.pages.done("en", "a@example.com"), this.pages.note("ru", "void") }) {
			assertThat(html).doesNotContain("<script", "src=", "<link", "http", "url(", "@import", " style=")
				.doesNotContainPattern("(?i)\\son[a-z]+=");
		}
	}

	@Test
	void escapeWhatComesFromOutside() {
		assertThat(this.pages.form("en", "\"><b>@example.com")).doesNotContain("\"><b>")
			.contains("value=\"&quot;&gt;&lt;b&gt;@example.com\"")
			.contains("<b>&quot;&gt;&lt;b&gt;@example.com</b>");
	}

	@Test
	void tellHowToReadMailWhereThatIsKnown() {
		Pages told = new Pages(this.texts, Settings.with(new ActivationSettings.ReadMail("https://mail.example.com",
				"imap.example.com, port 993, TLS", "smtp.example.com, port 465, TLS")));
		assertThat(told.done("en", "alice@example.com")).contains("alice@example.com")
			.contains("<a href=\"https://mail.example.com\" rel=\"noreferrer\">https://mail.example.com</a>")
			.contains("imap.example.com, port 993, TLS")
			.contains("smtp.example.com, port 465, TLS")
			.doesNotContain(this.texts.in("en").get("readAsk"));
		assertThat(this.pages.done("en", "alice@example.com")).contains(this.texts.in("en").get("readAsk"))
			.doesNotContain("IMAP");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "ru,-,ru", "ru,en,ru", "en,ru,en", "-,ru,ru", "-,'ru-RU,ru;q=0.9,en;q=0.8',ru",
					"-,'de,ru;q=0.5',ru", "-,de,en", "-,*,en", "-,-,en", "-,'',en", "de,ru,ru", "-,'ru;q=nonsense',en",
					"-,'@@,;',en" })
	void areInThePersonsLanguageOrTheBrowsers(String own, String accepted, String expected) {
		assertThat(this.texts.language(own, accepted)).isEqualTo(expected);
	}

	@Test
	void areInTheLanguageOfTheSettingsOtherwise() {
		assertThat(new Texts(Settings.mail("k", "ru")).language(null, "de")).isEqualTo("ru");
		assertThat(new Texts(Settings.mail("k", "de")).language(null, "fr")).isEqualTo("en");
	}

}
