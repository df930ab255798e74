package dev.onboard.faults.world;

import java.nio.file.Path;
import java.util.List;

import dev.onboard.faults.link.BrokerLink;
import dev.onboard.faults.link.Link;
import dev.onboard.testing.Ports;
import dev.onboard.testing.Program;
import org.awaitility.core.TerminalFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReplicaTests {

	private static final Program THAT_CANNOT_START = new Program("task-service", Path.of("target", "nowhere"));

	@Test
	@Timeout(60)
	void whoeverWaitsForAnyHearsThatOneHasEndedByItself() {
		try (Links links = toNowhere()) {
			List<Replica> replicas = List.of(new Replica(THAT_CANNOT_START, 8, links),
					new Replica(THAT_CANNOT_START, 9, links));
			replicas.forEach(Replica::launch);
			assertThatExceptionOfType(TerminalFailureException.class).isThrownBy(() -> Replica.awaitAny(replicas))
				.withMessageContaining("ended");
		}
	}

	private static Links toNowhere() {
		return new Links(BrokerLink.to(Ports.free()), Link.to(Ports.free()), Link.to(Ports.free()),
				Link.to(Ports.free()), Link.to(Ports.free()), Link.to(Ports.free()));
	}

}
