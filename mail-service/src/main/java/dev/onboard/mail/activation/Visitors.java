package dev.onboard.mail.activation;

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
import io.github.bucket4j.ConsumptionProbe;

import org.springframework.stereotype.Component;

/**
 * How often the page may be asked for from one address. There is no limit for all
 * together, by which strangers could shut out those who have a link. Remembers the
 * addresses that came last; what those before them did is forgotten. Thread-safe.
 */
@Component
class Visitors {

	static final int REMEMBERED = 10_000;

	/**
	 * Whoever has an IPv6 address has these bytes of it from others, and the rest free.
	 */
	private static final int NETWORK_BYTES = 8;

	private static final int LONGEST_ADDRESS = 64;

	private final ActivationSettings.PerMinute limits;

	private final Map<String, Buckets> known = new LinkedHashMap<>(16, 0.75f, true);

	Visitors(ActivationSettings settings) {
		this.limits = settings.perMinute();
	}

	/**
	 * Counts a visit.
	 * @param address of the client, or of the proxy in front of us
	 * @param posts whether a form is posted
	 * @return how long to wait instead; empty to go ahead
	 */
	Optional<Duration> admit(String address, boolean posts) {
		ConsumptionProbe probe = of(network(address)).bucket(posts).tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	int known() {
		synchronized (this.known) {
			return this.known.size();
		}
	}

	private Buckets of(String network) {
		synchronized (this.known) {
			Buckets buckets = this.known.computeIfAbsent(network,
					(key) -> Buckets.of(this.limits.gets(), this.limits.posts()));
			if (this.known.size() > REMEMBERED) {
				this.known.remove(this.known.keySet().iterator().next());
			}
			return buckets;
		}
	}

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

	private record Buckets(Bucket gets, Bucket posts) {

		static Buckets of(int gets, int posts) {
			return new Buckets(perMinute(gets), perMinute(posts));
		}

		private static Bucket perMinute(int visits) {
			return Bucket.builder()
				.addLimit(Bandwidth.builder().capacity(visits).refillGreedy(visits, Duration.ofMinutes(1)).build())
				.build();
		}

		Bucket bucket(boolean posts) {
			return posts ? this.posts : this.gets;
		}

	}

}
