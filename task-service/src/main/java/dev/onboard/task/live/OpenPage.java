package dev.onboard.task.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

import dev.onboard.events.PeopleChanged;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of one open page, without a thread of its own. Nobody ever waits for its
 * reader: what cannot be written now is told as soon as it can, once, as it is then.
 * Thread-safe.
 */
final class OpenPage implements WriteListener, AsyncListener {

	private static final Logger log = LoggerFactory.getLogger(OpenPage.class);

	/** In place of an id where several people, or anybody, may have changed. */
	static final String ANYBODY = "*";

	/** Between two events. */
	private static final Duration PAUSE = Duration.ofMillis(500);

	/** After that long without an event, a comment shows whether anybody is there. */
	private static final Duration SILENCE = Duration.ofSeconds(15);

	private final AsyncContext connection;

	private final ServletOutputStream out;

	private final @Nullable UUID person;

	private final Consumer<OpenPage> ended;

	/** What is to be told, null for nothing. At first there is always something. */
	private @Nullable String news;

	private long lastEvent = System.nanoTime() - PAUSE.toNanos();

	private long lastWrite = System.nanoTime();

	private boolean opened;

	private boolean flushed = true;

	private boolean over;

	/**
	 * @param person whose page it is, null for a list of all
	 * @param ended is told once that nothing more can be written, perhaps several times
	 */
	OpenPage(AsyncContext connection, ServletOutputStream out, @Nullable UUID person, Consumer<OpenPage> ended) {
		this.connection = connection;
		this.out = out;
		this.person = person;
		this.ended = ended;
		this.news = (person != null) ? person.toString() : ANYBODY;
	}

	synchronized void changed(PeopleChanged change) {
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

	/**
	 * To be called again and again: writes what is due, if it can be written. Never
	 * throws.
	 */
	synchronized void tell() {
		try {
			if (this.opened && !this.over && flush()) {
				String due = due(System.nanoTime());
				if (due != null) {
					this.out.write(due.getBytes(StandardCharsets.UTF_8));
					this.flushed = false;
					flush();
				}
			}
		}
		catch (IOException ex) {
			// The server tells us as well, by onError; until then nothing more is tried.
			end();
		}
		catch (RuntimeException ex) {
			log.warn("An open page cannot be told any more", ex);
			close();
		}
	}

	/** Returns whether more can be written. */
	private boolean flush() throws IOException {
		if (!this.flushed && this.out.isReady()) {
			this.out.flush();
			this.flushed = true;
		}
		return this.flushed && this.out.isReady();
	}

	private @Nullable String due(long now) {
		if (this.news != null && now - this.lastEvent >= PAUSE.toNanos()) {
			String event = "event: changed\ndata: " + this.news + "\n\n";
			this.news = null;
			this.lastEvent = now;
			this.lastWrite = now;
			return event;
		}
		if (now - this.lastWrite >= SILENCE.toNanos()) {
			this.lastWrite = now;
			return ":\n\n";
		}
		return null;
	}

	/** The browser comes again. */
	void close() {
		end();
		try {
			this.connection.complete();
		}
		catch (IllegalStateException ex) {
			// It was over already.
		}
	}

	private synchronized void end() {
		this.over = true;
		this.ended.accept(this);
	}

	@Override
	public synchronized void onWritePossible() {
		this.opened = true;
		tell();
	}

	/** Of writing; {@link #onError(AsyncEvent)} follows. */
	@Override
	public void onError(Throwable failure) {
		end();
	}

	@Override
	public void onError(AsyncEvent event) {
		close();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		close();
	}

	@Override
	public void onComplete(AsyncEvent event) {
		end();
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		// Nobody starts it anew.
	}

}
