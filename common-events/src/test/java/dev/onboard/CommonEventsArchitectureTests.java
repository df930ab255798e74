package dev.onboard;

import java.util.List;

import dev.onboard.testing.Architecture;
import dev.onboard.violations.events.KnowsTheLedger;
import dev.onboard.violations.ledger.KnowsAService;
import dev.onboard.violations.ledger.SpeaksAmqp;
import dev.onboard.violations.unmarked.Unmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CommonEventsArchitectureTests {

	@ParameterizedTest
	@EnumSource
	void holds(CommonEventsArchitecture rule) {
		rule.under("dev.onboard").check(Architecture.production("dev.onboard"));
	}

	@ParameterizedTest
	@MethodSource
	void canFail(CommonEventsArchitecture rule, Class<?> violator) {
		assertThat(Architecture.violations(rule.under("dev.onboard.violations"), "dev.onboard.violations")).isNotEmpty()
			.allSatisfy((failure) -> assertThat(failure).contains(violator.getSimpleName()));
	}

	static List<Arguments> canFail() {
		return List.of(arguments(CommonEventsArchitecture.EVENTS_STAND_ALONE, KnowsTheLedger.class),
				arguments(CommonEventsArchitecture.ONLY_OUTBOX_AND_SETTLING_KNOW_AMQP, SpeaksAmqp.class),
				arguments(CommonEventsArchitecture.KNOWS_NO_SERVICE, KnowsAService.class),
				arguments(CommonEventsArchitecture.ROOMS_HAVE_NO_CYCLES, KnowsTheLedger.class),
				arguments(CommonEventsArchitecture.EVERY_PACKAGE_IS_NULL_MARKED, Unmarked.class));
	}

}
