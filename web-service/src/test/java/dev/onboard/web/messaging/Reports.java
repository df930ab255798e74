package dev.onboard.web.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.rabbitmq.client.GetResponse;
import dev.onboard.events.Person;
import dev.onboard.events.StepReport;
import dev.onboard.events.StepResult;
import dev.onboard.events.TargetSystem;
import dev.onboard.testing.Wire;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What the service says about one person, as the task-service hears it. */
final class Reports {

	private final Wire task;

	private final Person person;

	private final List<StepReport> heard = new ArrayList<>();

	Reports(Wire task, Person person) {
		this.task = task;
		this.person = person;
	}

	List<StepReport> await(TargetSystem system, int count) {
		return await(system, (reports) -> reports.size() >= count);
	}

	StepReport await(TargetSystem system, StepResult result) {
		List<StepReport> reports = await(system,
				(heard) -> heard.stream().anyMatch((report) -> report.result() == result));
		return reports.stream().filter((report) -> report.result() == result).findFirst().orElseThrow();
	}

	private List<StepReport> await(TargetSystem system, Predicate<List<StepReport>> enough) {
		return Awaitility.await("reports of " + system).atMost(Duration.ofSeconds(30)).until(() -> now(system), enough);
	}

	List<StepReport> now(TargetSystem system) {
		for (GetResponse message : this.task.drain("task.events")) {
			if (Wire.read(message) instanceof StepReport report && report.person().equals(this.person)) {
				this.heard.add(report);
			}
		}
		return this.heard.stream().filter((report) -> report.system() == system).toList();
	}

	/** How long until the next attempt, null if there is none. */
	static @Nullable Duration wait(StepReport report) {
		return (report.nextAttemptAt() != null) ? Duration.between(report.at(), report.nextAttemptAt()) : null;
	}

}
