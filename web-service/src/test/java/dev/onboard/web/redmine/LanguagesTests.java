package dev.onboard.web.redmine;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagesTests {

	@ParameterizedTest
	@CsvSource({ "en,en", "ru,ru", "RU,ru", "pt-BR,pt-BR", "pt_br,pt-BR", "pt-PT,pt", "zh-Hant-TW,zh", "zh-TW,zh-TW",
			"ta,''", "tlh,''", "-,''", "'',''", ",''" })
	void areRedminesOwnCodes(@Nullable String language, String redmines) {
		assertThat(Languages.redmines(language)).isEqualTo(redmines);
	}

}
