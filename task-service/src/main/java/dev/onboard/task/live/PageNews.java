package dev.onboard.task.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import dev.onboard.events.PeopleChanged;
import org.jspecify.annotations.Nullable;

/**
 * What one open page is to be told, and when: that it has changed, as soon as it may be
 * told again, and else now and then that its connection lives. Not thread-safe.
 */
final class PageNews {

	/** In place of an id where several people, or anybody, may have changed. */
	static final String ANYBODY = "*";

	/** Between two events about a person. */
	static final Duration PAUSE = Duration.ofMillis(500);

	/** All lists are told at its beginning, and so ask for the same at once. */
	static final Duration BEAT = Duration.ofSeconds(1);

	/** After that long without one, an event shows both sides whether the other lives. */
	static final Duration SILENCE = Duration.ofSeconds(15);

	private final @Nullable UUID person;

	/** Null for nothing. At first there is always something. */
	private @Nullable String news;

	private long changed;

	private long last;

	/**
	 * @param person whose page it is, null for a list of all
	 * @param now of {@link System#nanoTime()}, as everywhere here
	 */
	PageNews(@Nullable UUID person, long now) {
		this.person = person;
		this.news = (person != null) ? person.toString() : ANYBODY;
		this.changed = now - BEAT.toNanos();
		this.last = now;
	}

	void add(PeopleChanged change) {
		boolean anybody = change.people().isEmpty();
		if (this.person != null) {
			if (anybody || change.people().contains(this.person)) {
				this.news = this.person.toString();
			}
			return;
		}
		String told = (change.people().size() == 1) ? change.people().iterator().next().toString() : ANYBODY;
		this.news = (this.news == null || this.news.equals(told)) ? told : ANYBODY;
	}

	/** The event that is due, which counts as told; null for none. */
	byte @Nullable [] take(long now) {
		if (this.news != null && mayBeToldAgain(now)) {
			String told = this.news;
			this.news = null;
			this.changed = now;
			return event("changed", told, now);
		}
		return (now - this.last >= SILENCE.toNanos()) ? event("alive", "", now) : null;
	}

	private boolean mayBeToldAgain(long now) {
		return (this.person != null) ? now - this.changed >= PAUSE.toNanos() : beat(now) != beat(this.changed);
	}

	private static long beat(long now) {
		return Math.floorDiv(now, BEAT.toNanos());
	}

	private byte[] event(String name, String data, long now) {
		this.last = now;
		return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
	}

}
