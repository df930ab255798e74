package dev.onboard.task;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts somebody and takes it back, some times before the service says that it is
 * ready. All that runs for the first time is slow, and the first requests would wait for
 * it, for seconds where other services start beside this one.
 */
@Component
class WarmUp implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	private static final int TIMES = 20;

	private final AcceptingPeople accepting;

	private final TransactionTemplate transaction;

	WarmUp(AcceptingPeople accepting, TransactionTemplate transaction) {
		this.accepting = accepting;
		this.transaction = transaction;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try {
			for (int time = 0; time < TIMES; time++) {
				this.transaction.executeWithoutResult((tx) -> {
					tx.setRollbackOnly();
					String key = UUID.randomUUID().toString();
					// Nobody has a login of capitals, and no two replicas wait for each
					// other.
					this.accepting.accept(key, "",
							() -> new NewPerson("WARM-UP-" + key, "Nobody", "Nobody", null, null, null));
				});
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.info("The first requests will be slow, for the database does not answer yet: {}", ex.getMessage());
		}
	}

}
