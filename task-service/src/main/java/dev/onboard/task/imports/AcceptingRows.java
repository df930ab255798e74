package dev.onboard.task.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.onboard.delivery.OwnTrouble;
import dev.onboard.task.AcceptingPeople;
import dev.onboard.task.NewPerson;
import dev.onboard.task.actor.Actor;
import dev.onboard.task.person.LoginTakenException;
import dev.onboard.task.person.PageChanged;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts who stands in the rows of an import. A row and its person are one transaction,
 * so whatever is killed, a row was accepted or still waits; and a transaction has one
 * row, so imports that have logins in common never wait for each other in a circle. Any
 * number of replicas may do so at once.
 */
@Component
class AcceptingRows {

	private static final Logger log = LoggerFactory.getLogger(AcceptingRows.class);

	private final RowTable rows;

	private final ImportTable imports;

	private final StoredImports stored;

	private final Verdicts verdicts;

	private final AcceptingPeople accepting;

	private final Actor actor;

	private final TransactionTemplate transaction;

	private final ObservationRegistry observations;

	private final ApplicationEventPublisher announcements;

	AcceptingRows(RowTable rows, ImportTable imports, StoredImports stored, Verdicts verdicts,
			AcceptingPeople accepting, Actor actor, TransactionTemplate transaction, ObservationRegistry observations,
			ApplicationEventPublisher announcements) {
		this.rows = rows;
		this.imports = imports;
		this.stored = stored;
		this.verdicts = verdicts;
		this.accepting = accepting;
		this.actor = actor;
		this.transaction = transaction;
		this.observations = observations;
		this.announcements = announcements;
	}

	/**
	 * Accepts the next few rows, and notices when none is left.
	 * @param most of them; 0 for none, then only the end is noticed
	 * @return whether there may be more; what others have in hand does not count
	 */
	boolean acceptSome(UUID id, int most) {
		List<Integer> lines = this.rows.waiting(id, most);
		// As for a request to add somebody, each has a trace of its own.
		long taken = lines.stream()
			.filter((line) -> Boolean.TRUE.equals(Observation.createNotStarted("onboard.import.row", this.observations)
				.observe(() -> acceptOrRefuse(id, line))))
			.count();
		boolean finished = lines.isEmpty() && this.imports.finish(id);
		if (finished) {
			log.info("Import {} is finished: {}", id,
					this.stored.find(id).map((row) -> row.page().counts()).orElse(null));
		}
		if (finished || taken > 0) {
			this.announcements.publishEvent(new PageChanged(id));
		}
		return taken > 0;
	}

	/** Whether it was settled here. */
	private boolean acceptOrRefuse(UUID id, int line) {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((tx) -> accept(id, line)));
		}
		catch (LoginTakenException ex) {
			// Just now, by somebody else: the row still waits, and will be refused.
			log.debug("Line {} of import {} waits: {}", line, id, ex.getMessage());
			return true;
		}
		catch (RuntimeException ex) {
			if (OwnTrouble.is(ex)) {
				throw ex;
			}
			log.error("Line {} of import {} cannot be accepted", line, id, ex);
			this.rows.settle(id, line, Verdict
				.refused("could not be accepted because of an error of the task-service; its log says more"));
			return true;
		}
	}

	/** False if somebody else has it or had it, or the import was cancelled. */
	boolean accept(UUID id, int line) {
		// The claim may have seen the import as it was a moment ago; now it stays as it
		// is.
		Optional<RowTable.Claimed> claimed = this.rows.claim(id, line).filter((row) -> this.imports.isRunning(id));
		claimed.ifPresent((row) -> this.actor.actFor(row.startedBy(), () -> settle(id, line, row.person())));
		return claimed.isPresent();
	}

	private void settle(UUID id, int line, NewPerson person) {
		Verdict verdict = this.verdicts.about(List.of(person)).get(0);
		this.rows.settle(id, line,
				(verdict.state() == RowState.TO_CREATE) ? Verdict.created(accepted(person)) : verdict);
	}

	private UUID accepted(NewPerson person) {
		return this.accepting.accept(null, "", () -> person).id();
	}

}
