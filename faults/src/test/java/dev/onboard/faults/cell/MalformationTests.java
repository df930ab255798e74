package dev.onboard.faults.cell;

import java.util.stream.Stream;

import dev.onboard.events.Event;
import dev.onboard.events.EventJson;
import dev.onboard.events.UnreadableEventException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MalformationTests {

	private static final int LONGEST_THAT_IS_READ = 64 * 1024;

	private static final int LONGEST_THAT_THE_BROKER_TAKES = 128 * 1024;

	@ParameterizedTest
	@EnumSource
	void cannotBeRead(Malformation malformation) {
		for (String queue : Wiring.WORK_QUEUES) {
			Event good = Strangers.messageFor(queue);
			byte[] body = malformation.body(EventJson.write(good));
			assertThat(body).hasSizeLessThan(LONGEST_THAT_THE_BROKER_TAKES);
			if (body.length <= LONGEST_THAT_IS_READ) {
				assertThatExceptionOfType(UnreadableEventException.class).as(queue)
					.isThrownBy(() -> EventJson.read(malformation.type(good.type()), body));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("queues")
	void couldBeReadOtherwise(String queue) {
		Event good = Strangers.messageFor(queue);
		assertThat(EventJson.read(good.type(), EventJson.write(good))).isEqualTo(good);
	}

	static Stream<String> queues() {
		return Wiring.WORK_QUEUES.stream();
	}

}
