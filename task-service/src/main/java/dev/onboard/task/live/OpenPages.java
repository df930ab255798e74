package dev.onboard.task.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.onboard.events.PeopleChanged;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * The pages that are open at this replica. One thread tells all of them, ten times a
 * second at most, and waits for none. Thread-safe.
 */
@Component
public class OpenPages implements MeterBinder, ApplicationListener<ContextClosedEvent> {

	private static final long RHYTHM_MILLIS = 100;

	private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();

	private final Semaphore places;

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(OpenPages::thread);

	private final ScheduledFuture<?> rhythm;

	private final AtomicLong changes = new AtomicLong();

	private volatile long told;

	private volatile boolean closed;

	OpenPages(LiveSettings settings) {
		this.places = new Semaphore(settings.connections());
		this.rhythm = this.thread.scheduleWithFixedDelay(this::tell, RHYTHM_MILLIS, RHYTHM_MILLIS,
				TimeUnit.MILLISECONDS);
	}

	/** It must not keep a process alive whose web server could not start. */
	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "live-pages");
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Adds a page, unless there are too many.
	 * @param page makes it, given who is to be told when it ends
	 * @return whether it was made
	 */
	boolean open(Function<Consumer<OpenPage>, OpenPage> page) {
		if (this.closed || !this.places.tryAcquire()) {
			return false;
		}
		boolean made = false;
		try {
			OpenPage opened = page.apply(this::forget);
			this.changes.incrementAndGet();
			made = this.pages.add(opened);
			if (this.closed) {
				opened.close();
			}
			return true;
		}
		finally {
			if (!made) {
				this.places.release();
			}
		}
	}

	private void forget(OpenPage page) {
		if (this.pages.remove(page)) {
			this.places.release();
		}
	}

	/** Tells whom it concerns, soon. Returns at once. */
	public void changed(PeopleChanged news) {
		this.changes.incrementAndGet();
		this.pages.forEach((page) -> page.changed(news));
	}

	/**
	 * How much has happened that pages were told of. Grows before the first of them is
	 * told, so that all that are told together ask for the same.
	 */
	long told() {
		return this.told;
	}

	private void tell() {
		this.told = this.changes.get();
		this.pages.forEach(OpenPage::tell);
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder("onboard.live.pages", this.pages, Set::size)
			.description("Open pages that are told at once what changes")
			.register(meters);
	}

	/** The web server would wait for them before it stops. */
	@Override
	public void onApplicationEvent(ContextClosedEvent closing) {
		this.closed = true;
		this.rhythm.cancel(false);
		this.thread.shutdown();
		this.pages.forEach(OpenPage::close);
	}

}
