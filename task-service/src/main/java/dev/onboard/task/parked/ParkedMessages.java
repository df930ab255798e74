package dev.onboard.task.parked;

import java.util.UUID;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.task.Slice;
import dev.onboard.task.person.NotPossibleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What nobody could handle, and what somebody decides about it. Nothing is deleted. */
@Component
public class ParkedMessages {

	private static final Logger log = LoggerFactory.getLogger(ParkedMessages.class);

	/** Bytes of a body in a listing. */
	private static final int SHOWN = 1000;

	/** Those above it are not counted. */
	public static final int COUNTED = 1000;

	private final ParkedRows rows;

	private final ParkedHistory history;

	private final Outbox outbox;

	ParkedMessages(ParkedRows rows, ParkedHistory history, Outbox outbox) {
		this.rows = rows;
		this.history = history;
		this.outbox = outbox;
	}

	public Slice<ParkedPage> list(ParkedFilter filter) {
		return Slice.of(this.rows.list(filter, SHOWN), filter.limit(), ParkedRows.Row::number,
				(rows) -> rows.stream().map(ParkedRows.Row::page).toList());
	}

	/**
	 * How many nobody has decided about; {@link #COUNTED} where there are so many or
	 * more.
	 */
	public int countParked() {
		return this.rows.countParked(COUNTED);
	}

	/**
	 * One message, with its whole body and history.
	 * @throws UnknownParkedException if there is none
	 */
	public ParkedPage get(UUID id) {
		return this.rows.find(id).orElseThrow(() -> new UnknownParkedException(id)).with(this.history.of(id));
	}

	/**
	 * Sends a message again to the queue where it could not be handled, and only there;
	 * also one that was sent again or discarded before. What was done meanwhile is not
	 * done twice.
	 * @param reason in the words of whoever decides
	 * @throws UnknownParkedException if there is none
	 * @throws NotPossibleException if it came from no queue that we know
	 */
	@Transactional
	public ParkedPage replay(UUID id, String reason) {
		ParkedRows.Original original = this.rows.lock(id);
		WorkQueue queue = WorkQueue.named(original.queue())
			.orElseThrow(() -> new NotPossibleException("Nobody knows which queue this message belongs to; it says "
					+ original.queue() + ". It can be discarded."));
		String messageId = (original.messageId() != null) ? original.messageId() : id.toString();
		this.outbox.sendAgain(queue.wireName(), messageId, original.type(), original.correlationId(), original.body());
		return decided(id, ParkedState.REPLAYED, "replayed", reason);
	}

	/**
	 * Settles that a message is not needed.
	 * @param reason in the words of whoever decides
	 * @throws UnknownParkedException if there is none
	 * @throws NotPossibleException if it is not parked now
	 */
	@Transactional
	public ParkedPage discard(UUID id, String reason) {
		ParkedState state = this.rows.lock(id).state();
		if (state != ParkedState.PARKED) {
			throw new NotPossibleException("This message is " + state + ", and only a PARKED one can be discarded.");
		}
		return decided(id, ParkedState.DISCARDED, "discarded", reason);
	}

	private ParkedPage decided(UUID id, ParkedState state, String what, String reason) {
		this.rows.change(id, state);
		this.history.add(id, what, reason, null);
		log.info("The parked message {} was {} by hand: {}", id, what, reason);
		return get(id);
	}

}
