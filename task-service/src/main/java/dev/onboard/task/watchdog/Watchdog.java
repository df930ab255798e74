package dev.onboard.task.watchdog;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every now and then for steps that are silent past their time. */
@Component
@EnableConfigurationProperties(WatchdogSettings.class)
class Watchdog implements SchedulingConfigurer {

	private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

	/** People in one transaction. */
	private static final int BATCH = 100;

	private final SayingAgain sayingAgain;

	private final Duration interval;

	Watchdog(SayingAgain sayingAgain, WatchdogSettings settings) {
		this.sayingAgain = sayingAgain;
		this.interval = settings.interval();
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(new FixedDelayTask(this::look, this.interval, this.interval));
	}

	private void look() {
		try {
			// Those of the batches before are not walked over again.
			long after;
			long last = 0;
			do {
				after = last;
				last = this.sayingAgain.sayAgain(after, BATCH);
			}
			while (last > after);
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Looking for silent steps waits: {}", ex.getMessage());
		}
	}

}
