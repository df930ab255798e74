package dev.onboard.mail.activation;

import java.time.Duration;
import java.util.Optional;

import dev.onboard.limits.PerClient;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.springframework.stereotype.Component;

/**
 * How often the page may be asked for, by one client and altogether. What a client did
 * may be forgotten; the limit for all holds. Thread-safe.
 */
@Component
class Visitors {

	private final Buckets all;

	private final PerClient<Buckets> each;

	Visitors(ActivationSettings settings) {
		ActivationSettings.PerMinute limits = settings.perMinute();
		this.all = Buckets.of(limits.allGets(), limits.allPosts());
		this.each = new PerClient<>(() -> Buckets.of(limits.gets(), limits.posts()));
	}

	/**
	 * Counts a visit.
	 * @param address of the client, or of the proxy in front of us
	 * @param posts whether a form is posted
	 * @return how long to wait instead; empty to go ahead
	 */
	Optional<Duration> admit(String address, boolean posts) {
		return take(this.each.of(address).bucket(posts)).or(() -> take(this.all.bucket(posts)));
	}

	private static Optional<Duration> take(Bucket bucket) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
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
