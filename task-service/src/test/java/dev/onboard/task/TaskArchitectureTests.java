package dev.onboard.task;

import java.util.List;

import dev.onboard.task.violations.ReadsAFile;
import dev.onboard.task.violations.Replays;
import dev.onboard.task.violations.SpeaksAmqp;
import dev.onboard.task.violations.SpeaksHttp;
import dev.onboard.task.violations.access.AsksTheWeb;
import dev.onboard.task.violations.alert.WritesARow;
import dev.onboard.task.violations.console.CallsTheApi;
import dev.onboard.task.violations.imports.SaysItItself;
import dev.onboard.task.violations.live.KeepsAnEvent;
import dev.onboard.task.violations.messaging.AnswersARequest;
import dev.onboard.task.violations.naming.AsksSomebody;
import dev.onboard.task.violations.person.KnowsAUse;
import dev.onboard.task.violations.reference.AsksForPeople;
import dev.onboard.task.violations.unmarked.Unmarked;
import dev.onboard.task.violations.web.SaysAnEvent;
import dev.onboard.testing.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TaskArchitectureTests {

	private static final String VIOLATIONS = "dev.onboard.task.violations";

	@ParameterizedTest
	@EnumSource
	void holds(TaskArchitecture rule) {
		rule.under("dev.onboard.task").check(Architecture.production("dev.onboard.task"));
	}

	@ParameterizedTest
	@MethodSource
	void canFail(TaskArchitecture rule, Class<?> violator) {
		assertThat(Architecture.violations(rule.under(VIOLATIONS), VIOLATIONS)).isNotEmpty()
			.allSatisfy((failure) -> assertThat(failure).contains(violator.getName()));
	}

	static List<Arguments> canFail() {
		return List.of(arguments(TaskArchitecture.USE_CASES_KNOW_NO_WEB, SpeaksHttp.class),
				arguments(TaskArchitecture.ROOT_KNOWS_NO_ROOM_THAT_USES_IT, Replays.class),
				arguments(TaskArchitecture.USE_CASES_KNOW_NO_USE_OF_THEM, ReadsAFile.class),
				arguments(TaskArchitecture.WHAT_IS_KEPT_KNOWS_NO_USE, KnowsAUse.class),
				arguments(TaskArchitecture.ONLY_USE_CASES_TOUCH_THE_TABLES_OF_PEOPLE, WritesARow.class),
				arguments(TaskArchitecture.IMPORTS_ACCEPT_PEOPLE_AS_ALL_DO, SaysItItself.class),
				arguments(TaskArchitecture.ONLY_MESSAGING_KNOWS_AMQP, SpeaksAmqp.class),
				arguments(TaskArchitecture.CONSOLE_USES_ONLY_USE_CASES, CallsTheApi.class),
				arguments(TaskArchitecture.WEB_USES_ONLY_USE_CASES, SaysAnEvent.class),
				arguments(TaskArchitecture.NAMING_USES_ONLY_THE_ROOT, AsksSomebody.class),
				arguments(TaskArchitecture.LIVE_USES_ONLY_THE_ROOT_AND_THE_WORDS, KeepsAnEvent.class),
				arguments(TaskArchitecture.REFERENCE_KNOWS_ONLY_WHO_MAY, AsksForPeople.class),
				arguments(TaskArchitecture.ACCESS_KNOWS_NO_OTHER_ROOM, AsksTheWeb.class),
				arguments(TaskArchitecture.MESSAGING_USES_NO_WEB, AnswersARequest.class),
				arguments(TaskArchitecture.EVERY_PACKAGE_IS_NULL_MARKED, Unmarked.class));
	}

}
