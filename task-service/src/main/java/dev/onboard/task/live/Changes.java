package dev.onboard.task.live;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import dev.onboard.events.PeopleChanged;
import dev.onboard.task.parked.ParkedChanged;
import dev.onboard.task.person.PageChanged;
import dev.onboard.task.targets.TargetChanged;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What was changed here and no replica was told yet. Remembering it after the commit is
 * all that whoever changes a person waits for. Thread-safe.
 */
@Component
public class Changes {

	/** A message names so many people, and those of more are anybody's pages. */
	private static final int MOST = 500;

	private final Set<UUID> people = new HashSet<>();

	private boolean anybody;

	@TransactionalEventListener(fallbackExecution = true)
	synchronized void remember(PageChanged change) {
		this.people.add(change.id());
		if (this.people.size() > MOST) {
			this.people.clear();
			this.anybody = true;
		}
		notifyAll();
	}

	/** Anybody's page may have changed, by what stands on each. */
	@TransactionalEventListener(classes = { TargetChanged.class, ParkedChanged.class }, fallbackExecution = true)
	public synchronized void rememberAnybody() {
		this.anybody = true;
		notifyAll();
	}

	/** Waits until there is something to tell, and forgets it. */
	public synchronized PeopleChanged take() throws InterruptedException {
		while (isEmpty()) {
			wait();
		}
		PeopleChanged news = this.anybody ? PeopleChanged.ANYBODY : new PeopleChanged(this.people);
		this.people.clear();
		this.anybody = false;
		return news;
	}

	public synchronized boolean isEmpty() {
		return !this.anybody && this.people.isEmpty();
	}

}
