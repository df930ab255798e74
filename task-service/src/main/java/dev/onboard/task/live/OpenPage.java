package dev.onboard.task.live;

import java.io.IOException;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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

	private final AsyncContext connection;

	private final ServletOutputStream out;

	private final PageNews news;

	private final BooleanSupplier shutOut;

	private final Consumer<OpenPage> ended;

	private boolean opened;

	private boolean flushed = true;

	private boolean over;

	/**
	 * @param person whose page it is, null for a list of all
	 * @param shutOut whether its reader may not read any more
	 * @param ended is told once that nothing more can be written, perhaps several times
	 */
	OpenPage(AsyncContext connection, ServletOutputStream out, @Nullable UUID person, BooleanSupplier shutOut,
			Consumer<OpenPage> ended) {
		this.connection = connection;
		this.out = out;
		this.news = new PageNews(person, System.nanoTime());
		this.shutOut = shutOut;
		this.ended = ended;
	}

	synchronized void changed(PeopleChanged change) {
		this.news.add(change);
	}

	/**
	 * To be called again and again: writes what is due, if it can be written, or ends it.
	 * Never throws.
	 */
	synchronized void tell() {
		if (this.shutOut.getAsBoolean()) {
			close();
			return;
		}
		try {
			if (this.opened && !this.over && flush()) {
				byte[] due = this.news.take(System.nanoTime());
				if (due != null) {
					this.out.write(due);
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
