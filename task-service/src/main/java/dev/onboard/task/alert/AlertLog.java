package dev.onboard.task.alert;

import dev.onboard.task.targets.TargetPaused;
import dev.onboard.task.targets.TargetResumed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** One line for each alert, for whoever watches the log. */
@Component
class AlertLog {

	private static final Logger log = LoggerFactory.getLogger(AlertLog.class);

	@TransactionalEventListener
	void paused(TargetPaused event) {
		log.error("ALERT {}", AlertText.of(event));
	}

	@TransactionalEventListener
	void resumed(TargetResumed event) {
		log.info("{}", AlertText.of(event));
	}

}
