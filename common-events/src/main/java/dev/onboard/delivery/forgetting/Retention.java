package dev.onboard.delivery.forgetting;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.onboard.delivery.OwnTrouble;
import dev.onboard.delivery.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets what is old, every now and then, in small transactions, each kind on a thread
 * of its own: trouble with one keeps no other. Any number of replicas may do so at once.
 * While the database fails it tries again with growing pauses.
 */
class Retention implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	private final TransactionOperations transaction;

	private final RetentionSettings settings;

	private final List<Rounds> all;

	Retention(List<Perishable> perishables, TransactionOperations transaction, RetentionSettings settings) {
		this.transaction = transaction;
		this.settings = settings;
		this.all = perishables.stream()
			.map((perishable) -> new Rounds("retention", "Forgetting old " + perishable, OwnTrouble.BACK_OFF, Set.of(),
					(stop) -> round(perishable, stop)))
			.toList();
	}

	private void round(Perishable perishable, Rounds.Stop stop) throws InterruptedException {
		forget(perishable, Objects.requireNonNull(this.settings.age()), stop);
		stop.await(this.settings.every());
	}

	private void forget(Perishable perishable, Duration age, Rounds.Stop stop) {
		int all = 0;
		int forgotten;
		do {
			forgotten = Objects
				.requireNonNull(this.transaction.execute((tx) -> perishable.forget(age, this.settings.batch())));
			all += forgotten;
		}
		while (forgotten == this.settings.batch() && !stop.isAsked());
		if (all > 0) {
			log.info("Forgot {} {} older than {}", all, perishable, age);
		}
	}

	@Override
	public void start() {
		if (this.settings.age() != null) {
			this.all.forEach(Rounds::start);
		}
	}

	/** Lets the transactions in hand finish. */
	@Override
	public void stop() {
		this.all.forEach(Rounds::ask);
		this.all.forEach((rounds) -> rounds.stop(LONGEST_STOP));
	}

	@Override
	public boolean isRunning() {
		return this.all.stream().anyMatch(Rounds::isRunning);
	}

}
