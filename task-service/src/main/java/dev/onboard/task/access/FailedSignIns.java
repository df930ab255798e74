package dev.onboard.task.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;

import org.springframework.stereotype.Component;

/**
 * How often a sign-in may fail in a minute, from one address and altogether, in each
 * replica. Remembers the addresses that came last. Thread-safe.
 */
@Component
class FailedSignIns {

	static final int FROM_ONE = 10;

	private static final int FROM_ALL = 200;

	private static final int REMEMBERED = 10_000;

	/**
	 * Whoever has an IPv6 address has these bytes of it from others, and the rest free.
	 */
	private static final int NETWORK_BYTES = 8;

	private static final int LONGEST_ADDRESS = 64;

	private final Bucket all = perMinute(FROM_ALL);

	private final Map<String, Bucket> known = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * Whether somebody may try.
	 * @param address of the client, or of the proxy in front of us
	 * @return how long to wait instead; empty to go ahead
	 */
	Optional<Duration> wait(String address) {
		long nanos = Math.max(nanosToWait(of(address)), nanosToWait(this.all));
		return (nanos > 0) ? Optional.of(Duration.ofNanos(nanos)) : Optional.empty();
	}

	void count(String address) {
		of(address).tryConsume(1);
		this.all.tryConsume(1);
	}

	private Bucket of(String address) {
		String network = network(address);
		synchronized (this.known) {
			Bucket bucket = this.known.computeIfAbsent(network, (key) -> perMinute(FROM_ONE));
			if (this.known.size() > REMEMBERED) {
				this.known.remove(this.known.keySet().iterator().next());
			}
			return bucket;
		}
	}

	private static long nanosToWait(Bucket bucket) {
		return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
	}

	private static Bucket perMinute(int failures) {
		return Bucket.builder()
			.addLimit(Bandwidth.builder().capacity(failures).refillGreedy(failures, Duration.ofMinutes(1)).build())
			.build();
	}

	/**
	 * A proxy may tell of anything; what is no address must not be looked up as a name.
	 */
	private static String network(String address) {
		if (!address.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
			return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
		}
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
		}
		catch (UnknownHostException ex) {
			return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
		}
	}

}
