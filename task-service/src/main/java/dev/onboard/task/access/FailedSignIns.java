package dev.onboard.task.access;

import java.time.Duration;
import java.util.Optional;

import dev.onboard.limits.PerClient;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;

import org.springframework.stereotype.Component;

/**
 * How often a sign-in may fail in a minute, for one client and altogether, in each
 * replica. Thread-safe.
 */
@Component
class FailedSignIns {

	static final int FROM_ONE = 10;

	private static final int FROM_ALL = 200;

	private final Bucket all = perMinute(FROM_ALL);

	private final PerClient<Bucket> each = new PerClient<>(() -> perMinute(FROM_ONE));

	/**
	 * Whether somebody may try.
	 * @param address of the client, or of the proxy in front of us
	 * @return how long to wait instead; empty to go ahead
	 */
	Optional<Duration> wait(String address) {
		long nanos = Math.max(nanosToWait(this.each.of(address)), nanosToWait(this.all));
		return (nanos > 0) ? Optional.of(Duration.ofNanos(nanos)) : Optional.empty();
	}

	void count(String address) {
		this.each.of(address).tryConsume(1);
		this.all.tryConsume(1);
	}

	private static long nanosToWait(Bucket bucket) {
		return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
	}

	private static Bucket perMinute(int failures) {
		return Bucket.builder()
			.addLimit(Bandwidth.builder().capacity(failures).refillGreedy(failures, Duration.ofMinutes(1)).build())
			.build();
	}

}
