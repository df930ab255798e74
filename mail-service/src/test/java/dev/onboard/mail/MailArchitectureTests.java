package dev.onboard.mail;

import java.util.List;

import dev.onboard.mail.violations.KnowsATarget;
import dev.onboard.mail.violations.james.KnowsTheMessaging;
import dev.onboard.mail.violations.james.ListensItself;
import dev.onboard.mail.violations.unmarked.Unmarked;
import dev.onboard.testing.Architecture;
import dev.onboard.testing.ServiceArchitecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class MailArchitectureTests {

	private static final String VIOLATIONS = "dev.onboard.mail.violations";

	@ParameterizedTest
	@EnumSource
	void holds(ServiceArchitecture rule) {
		rule.under("dev.onboard.mail").check(Architecture.production("dev.onboard.mail"));
	}

	@ParameterizedTest
	@MethodSource
	void canFail(ServiceArchitecture rule, Class<?> violator) {
		assertThat(Architecture.violations(rule.under(VIOLATIONS), VIOLATIONS)).isNotEmpty()
			.allSatisfy((failure) -> assertThat(failure).contains(violator.getSimpleName()));
	}

	static List<Arguments> canFail() {
		return List.of(arguments(ServiceArchitecture.USE_CASES_KNOW_NO_AMQP_AND_NO_ADAPTER, KnowsATarget.class),
				arguments(ServiceArchitecture.ONLY_MESSAGING_HEARS_MESSAGES, ListensItself.class),
				arguments(ServiceArchitecture.FOLDERS_DO_NOT_KNOW_EACH_OTHER, KnowsTheMessaging.class),
				arguments(ServiceArchitecture.EVERY_PACKAGE_IS_NULL_MARKED, Unmarked.class));
	}

}
