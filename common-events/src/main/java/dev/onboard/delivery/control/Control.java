package dev.onboard.delivery.control;

import java.util.List;

import dev.onboard.delivery.circuit.Circuits;
import dev.onboard.delivery.forgetting.Erasing;
import dev.onboard.delivery.ledger.Step;
import dev.onboard.delivery.ledger.Steps;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.Attempt;
import dev.onboard.events.Decision;
import dev.onboard.events.Event;
import dev.onboard.events.StepRetry;
import dev.onboard.events.TargetResume;
import dev.onboard.events.TargetSystem;
import dev.onboard.events.UnreadableEventException;
import dev.onboard.events.UserErase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what people ask of a service by hand. A repeat is harmless. */
public class Control {

	private static final Logger log = LoggerFactory.getLogger(Control.class);

	private final Steps steps;

	private final Circuits circuits;

	private final Outbox outbox;

	private final Erasing erasing;

	Control(Steps steps, Circuits circuits, Outbox outbox, Erasing erasing) {
		this.steps = steps;
		this.circuits = circuits;
		this.outbox = outbox;
		this.erasing = erasing;
	}

	/**
	 * A step that can be asked for by hand.
	 *
	 * @param queue where it waits for its target
	 */
	public record Route(Step step, String queue) {
	}

	/**
	 * Resumes a target, erases a person, leaves a step out or marks it done at once, and
	 * lets everything else wait for its target. A step of a generation that was asked for
	 * before goes on where it stands; nothing happens while it is in hand or waits for
	 * its time.
	 * @param queue where the event came from
	 * @throws UnreadableEventException if none of {@code routes} is meant, or nothing
	 * that can be asked for by hand
	 */
	public void hear(Event event, List<Route> routes, String queue) {
		if (event instanceof TargetResume resume) {
			route(resume.system(), routes, event, queue);
			this.circuits.resume(resume.system());
		}
		else if (event instanceof UserErase erase) {
			this.erasing.carryOut(erase, queue);
		}
		else if (event instanceof StepRetry retry) {
			Route route = route(retry.system(), routes, event, queue);
			if (needsNoTarget(retry)) {
				this.steps.carry(route.step(), retry.person(), retry.attempt(), retry.instruction(), queue);
			}
			else {
				// Older orders of this step that wait already would come first.
				this.steps.supersede(route.step(), retry.person(), retry.attempt());
				this.steps.due(route.step(), retry.person(), retry.attempt())
					.ifPresentOrElse((due) -> this.outbox.repeat(again(retry, due), route.queue()),
							() -> log.info("{} goes on by itself", retry.system().wireName()));
			}
		}
		else {
			throw refused(event, queue);
		}
	}

	private static StepRetry again(StepRetry retry, Attempt attempt) {
		return new StepRetry(retry.system(), retry.person(), attempt, retry.instruction());
	}

	private static boolean needsNoTarget(StepRetry retry) {
		return retry.instruction() != null && (retry.instruction().decision() == Decision.SKIP
				|| retry.instruction().decision() == Decision.MARK_DONE);
	}

	private static Route route(TargetSystem system, List<Route> routes, Event event, String queue) {
		return routes.stream()
			.filter((route) -> route.step().system() == system)
			.findFirst()
			.orElseThrow(() -> refused(event, queue));
	}

	private static UnreadableEventException refused(Event event, String queue) {
		return new UnreadableEventException(queue + " does not take " + event.type());
	}

}
