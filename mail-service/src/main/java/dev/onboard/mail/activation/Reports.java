package dev.onboard.mail.activation;

import java.time.Instant;

import dev.onboard.delivery.Timestamps;
import dev.onboard.delivery.outbox.Outbox;
import dev.onboard.events.ActivationReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what became of links, within the caller's transaction if there is one. The newest
 * report counts, whichever replica it comes from, so their times are the database's.
 */
@Component
class Reports {

	private static final Logger log = LoggerFactory.getLogger(Reports.class);

	private final Outbox outbox;

	private final JdbcClient jdbc;

	Reports(Outbox outbox, JdbcClient jdbc) {
		this.outbox = outbox;
		this.jdbc = jdbc;
	}

	/**
	 * @param expiresAt null where no link works
	 */
	void say(ActivationReport.State state, Link link, String detail, @Nullable Instant expiresAt) {
		log.info("activation link {} {}: {}", link.issue(), state.wireName(), detail);
		this.outbox.say(new ActivationReport(state, link.person(), link.attempt(), detail, now(), expiresAt));
	}

	private Instant now() {
		return this.jdbc.sql("select clock_timestamp() as now")
			.query((row, number) -> Timestamps.required(row, "now"))
			.single();
	}

}
