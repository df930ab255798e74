package dev.onboard.task.access;

import jakarta.validation.Validation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AccessSettingsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "short", "0123456789012345678901234567890", "with spaces 012345678901234567890123",
			"\"quotes\"-0123456789012345678901234567890" })
	void refusesATokenThatIsTooEasyOrFitsInNoHeader(String token) {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			assertThat(factory.getValidator().validate(new AccessSettings(token))).singleElement()
				.satisfies((violation) -> assertThat(violation.getMessage()).contains("ONBOARD_ADMIN_TOKEN"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "01234567890123456789012345678901", "onboard_Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9v",
			"-._~+/=-._~+/=-._~+/=-._~+/=-._~+/=" })
	void takesOthersAndShowsThemNowhere(String token) {
		AccessSettings settings = new AccessSettings(token);
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			assertThat(factory.getValidator().validate(settings)).isEmpty();
		}
		assertThat(settings.toString()).doesNotContain(token);
	}

}
