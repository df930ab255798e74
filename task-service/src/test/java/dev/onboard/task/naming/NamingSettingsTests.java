package dev.onboard.task.naming;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class NamingSettingsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(NamingConfiguration.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			firstname.lastname | alice | li | alice.li
			f.lastname         | alice | li | a.li
			firstname          | alice | li | alice
			firstname.l        | alice | li | alice.l
			lastname.firstname | alice | li | li.alice
			lastname_f         | alice | li | li_a
			flastname          | alice | li | ali
			firstname-lastname | anna-maria | von-der-leyen | anna-maria-von-der-leyen
			f.lastname         | anna-maria | von-der-leyen | a.von-der-leyen
			firstname.lastname | ''    | li | li
			firstname.lastname | alice | '' | alice
			f.lastname         | ''    | li | li
			firstname          | ''    | li | ''
			firstname.lastname | 3com  | 42 | com.42
			firstname.lastname | 3     | li | li
			firstname.lastname | 3     | 42 | ''
			""")
	void makesALogin(String rule, String firstName, String lastName, String login) {
		assertThat(new NamingSettings(rule).login(firstName, lastName)).isEqualTo(login);
	}

	@Test
	void isFirstNameDotLastNameUnlessSaidOtherwise() {
		this.runner
			.run((context) -> assertThat(context.getBean(NamingSettings.class).rule()).isEqualTo("firstname.lastname"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "first.last", "firstname@lastname", ".lastname", "f..lastname", "Firstname", "{f}" })
	void refusesAnotherRuleAndSaysHowItIsMade(String rule) {
		this.runner.withPropertyValues("onboard.naming.rule=" + rule)
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("NAMING_RULE must be made of firstname, lastname, f and l"));
	}

}
