package dev.onboard.mail.activation;

import java.time.Clock;
import java.time.Instant;

import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.ActivationReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Says what became of links, within the caller's transaction if there is one. */
@Component
class Reports {

	private static final Logger log = LoggerFactory.getLogger(Reports.class);

	private final Outbox outbox;

	private final Clock clock;

	Reports(Outbox outbox, Clock clock) {
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * @param expiresAt null where no link works
	 */
	void say(ActivationReport.State state, Link link, String detail, @Nullable Instant expiresAt) {
		log.info("activation link {} {}: {}", link.issue(), state.wireName(), detail);
		this.outbox
			.say(new ActivationReport(state, link.person(), link.attempt(), detail, this.clock.instant(), expiresAt));
	}

}
