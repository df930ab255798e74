package dev.onboard.delivery.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what is due, in batches, on one thread. Any number of replicas may run: each
 * claims rows that the others leave. While the broker or the database is away it tries
 * again about once a second: what waits is published within two seconds of their return.
 */
class Relay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	/** Rows that another process left behind are found this late. */
	private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

	/** Keeps a replica from spinning on rows that another one has claimed. */
	private static final Duration LEAST_WAIT = Duration.ofMillis(20);

	/** A broker that blocks us must not keep the process from ending. */
	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	private final DueMessages due;

	private final TransactionTemplate transaction;

	private final Publisher publisher;

	private final WakeUp wakeUp;

	private final int batch;

	private final OutboxMeters meters;

	private final Rounds rounds = new Rounds("relay", "Publishing", OwnTrouble.SHORT_BACK_OFF,
			Set.of(AmqpException.class), this::round)
		.endingWith((stop) -> publishBatch());

	Relay(DueMessages due, TransactionTemplate transaction, Publisher publisher, WakeUp wakeUp, int batch,
			OutboxMeters meters) {
		this.due = due;
		this.transaction = transaction;
		this.publisher = publisher;
		this.wakeUp = wakeUp;
		this.batch = batch;
		this.meters = meters;
	}

	private void round(Rounds.Stop stop) {
		Duration next = publishBatch();
		if (!stop.isAsked()) {
			this.wakeUp.await(next);
		}
	}

	/** Returns how long there is nothing to do; zero if more may be due already. */
	private Duration publishBatch() {
		return Objects.requireNonNull(this.transaction.execute((tx) -> {
			List<OutboxRow> rows = this.due.claim(this.batch);
			Duration next = rows.isEmpty() ? this.due.untilNext(LOOK_AGAIN) : record(this.publisher.publish(rows));
			if (rows.size() == this.batch) {
				return Duration.ZERO;
			}
			return (next.compareTo(LEAST_WAIT) > 0) ? next : LEAST_WAIT;
		}));
	}

	/** Returns how long until the next is due. */
	private Duration record(Map<OutboxRow, Receipt> receipts) {
		List<Long> published = new ArrayList<>();
		Set<String> reasons = new TreeSet<>();
		receipts.forEach((row, receipt) -> {
			this.meters.published(receipt);
			if (receipt.isPublished()) {
				published.add(row.id());
			}
			else {
				reasons.add(row.exchange() + ", key " + row.routingKey() + ": " + receipt.why());
				log.debug("Message {} about {} will be published again", row.messageId(), row.correlationId());
				putOff(row, receipt.word());
			}
		});
		Duration next = this.due.published(published, LOOK_AGAIN);
		if (!reasons.isEmpty()) {
			log.warn("{} messages will be published again: {}", receipts.size() - published.size(), reasons);
		}
		return next;
	}

	/** A broker that takes messages again shall not have to wait for the oldest. */
	private void putOff(OutboxRow row, Receipt.Word word) {
		if (word == Receipt.Word.LATE) {
			this.due.again(row.id());
		}
		else {
			this.due.postpone(row.id());
		}
	}

	@Override
	public void start() {
		this.rounds.start();
	}

	/** Stops after the listeners and the web server, to publish what they wrote last. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 4096;
	}

	/** Lets the batch in hand finish, and publishes once more what is due. */
	@Override
	public void stop() {
		this.rounds.ask();
		this.wakeUp.call();
		this.rounds.stop(LONGEST_STOP);
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
