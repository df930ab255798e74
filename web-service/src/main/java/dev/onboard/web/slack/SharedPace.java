package dev.onboard.web.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.onboard.delivery.ledger.Outcome;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One pace for all replicas, on the database's clock. Turns are a pace apart. A caller
 * takes the next free one if it is at most a pace away, and waits for it in hand. Others
 * get no turn but a time to come back, again a pace apart, half a pace before a turn is
 * expected to be free: so they neither spin nor leave turns unused. A caller that is late
 * takes the turn that is free then; calls never catch up. What a call takes to leave this
 * process is not known here.
 */
final class SharedPace implements Pace {

	private static final String TAKE = """
			insert into slack_pace as p (key, next_at, planned_at)
			values (:key, now() + :millis * interval '1 ms', now())
			on conflict (key) do update
			   set next_at = greatest(p.next_at, now()) + :millis * interval '1 ms'
			 where p.next_at <= now() + :millis * interval '1 ms'
			returning extract(epoch from next_at - clock_timestamp()) * 1000 - :millis
			""";

	private static final String PLAN = """
			update slack_pace
			   set planned_at = greatest(planned_at + :millis * interval '1 ms', next_at)
			 where key = :key
			returning extract(epoch from planned_at - now()) * 1000 - :millis / 2.0
			""";

	private final JdbcClient jdbc;

	private final String key;

	private final Duration pace;

	/**
	 * @param limit what Slack counts by; may be a secret
	 * @param pace at least so long between two calls, and most of the wait in hand
	 */
	SharedPace(JdbcClient jdbc, String limit, Duration pace) {
		this.jdbc = jdbc;
		this.key = hash(limit);
		this.pace = pace;
	}

	@Override
	public Outcome inTurn(Supplier<Outcome> call) {
		Optional<Duration> turn = ask(TAKE);
		if (turn.isPresent() && reached(turn.get())) {
			return call.get();
		}
		return new Outcome.Waiting("waits its turn for Slack", ask(PLAN).orElse(this.pace));
	}

	private Optional<Duration> ask(String sql) {
		return this.jdbc.sql(sql)
			.param("key", this.key)
			.param("millis", this.pace.toMillis())
			.query(Double.class)
			.optional()
			.map((millis) -> Duration.ofNanos((long) (Math.max(0, millis) * 1_000_000)));
	}

	/** False if this process is asked to stop meanwhile; the turn is left unused. */
	private static boolean reached(Duration turn) {
		try {
			TimeUnit.NANOSECONDS.sleep(turn.toNanos());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static String hash(String limit) {
		return DigestUtils.sha256Hex(limit).substring(0, 32);
	}

}
