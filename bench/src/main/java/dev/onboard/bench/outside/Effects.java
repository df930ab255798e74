package dev.onboard.bench.outside;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** How often each thing was done for each login. Thread-safe. */
public final class Effects {

	private final Map<Kind, Map<String, AtomicInteger>> counts = new EnumMap<>(Kind.class);

	private volatile Consumer<String> onPost = (login) -> {
	};

	public Effects() {
		for (Kind kind : Kind.values()) {
			this.counts.put(kind, new ConcurrentHashMap<>());
		}
	}

	/** What can be done for somebody. */
	public enum Kind {

		MAILBOX, MAIL, POST

	}

	/** Forgets everybody; from now on each post is told, while it is not answered yet. */
	public void begin(Consumer<String> onPost) {
		this.counts.values().forEach(Map::clear);
		this.onPost = onPost;
	}

	public void note(Kind kind, String login) {
		of(kind).computeIfAbsent(login, (name) -> new AtomicInteger()).incrementAndGet();
		if (kind == Kind.POST) {
			this.onPost.accept(login);
		}
	}

	/** False if it was done before: then nothing is done now. */
	boolean noteOnce(Kind kind, String login) {
		return of(kind).putIfAbsent(login, new AtomicInteger(1)) == null;
	}

	/** How often it was done for somebody. */
	public int count(Kind kind, String login) {
		AtomicInteger count = of(kind).get(login);
		return (count != null) ? count.get() : 0;
	}

	/** For how many people it was done. */
	public int people(Kind kind) {
		return of(kind).size();
	}

	/** For whom it was done by now. */
	public Set<String> logins(Kind kind) {
		return Set.copyOf(of(kind).keySet());
	}

	private Map<String, AtomicInteger> of(Kind kind) {
		return Objects.requireNonNull(this.counts.get(kind));
	}

}
